package dev.wend.parse.matcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.PatternSyntaxException;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.Comparison;
import dev.wend.matcher.Operand;
import dev.wend.matcher.Operator;
import dev.wend.parse.shape.Constraint;
import dev.wend.parse.shape.Constraints;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.shape.Values;
import dev.wend.parse.shape.Words;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import dev.wend.parse.value.OperandShape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys {@code op} and {@code value}, which stand wherever something is compared. */
final class ComparisonFields implements Constraint {
  private static final Field<Operator> OPERATOR =
      Field.required(
          "op",
          Words.of("an operator", List.of(Operator.values()), Operator::id),
          "how to compare");

  private final Field<Operand> value;

  ComparisonFields(Place place) {
    this.value =
        Field.optional(
            "value",
            new OperandShape(place.sources()),
            "what to compare with; none for exists and not-exists, a text in RE2 syntax for matches");
  }

  List<Field<?>> fields() {
    return List.of(OPERATOR, value);
  }

  /** The comparison that an object with these fields makes. */
  Optional<Comparison> comparison(Values values) {
    Operator operator = values.get(OPERATOR);
    try {
      Comparison read = Comparison.of(operator, values.find(value).orElse(Comparison.NOTHING));
      values.reading().note(new ComparisonUse(values.reading().pointer(), read));
      return Optional.of(read);
    } catch (PatternSyntaxException broken) {
      Tree expression = values.written(value).orElseThrow();
      return values
          .reading()
          .at(value.name())
          .hole(
              IssueCode.BAD_EXPRESSION,
              expression.location(),
              "expected a regular expression in RE2 syntax, found "
                  + expression.description()
                  + ": "
                  + broken.getDescription());
    }
  }

  @Override
  public boolean check(ObjectTree object, Reading reading) {
    Optional<Operator> operator = object.text(OPERATOR.name()).flatMap(Operator::of);
    Optional<ObjectTree.Member> written = object.member(value.name());
    if (operator.isEmpty()) {
      return true;
    }
    String id = operator.get().id();
    if (operator.get().takesValue() && written.isEmpty()) {
      reading.error(
          IssueCode.BAD_OPERAND, object.location(), "the operator '" + id + "' needs a 'value'");
      return false;
    }
    if (!operator.get().takesValue() && written.isPresent()) {
      reading
          .at(value.name())
          .error(
              IssueCode.BAD_OPERAND,
              written.get().keyLocation(),
              "the operator '" + id + "' takes no value");
      return false;
    }
    return operator.get() != Operator.MATCHES || isExpression(written.get().value(), reading);
  }

  private boolean isExpression(Tree expression, Reading reading) {
    if (!isText(expression, reading)) {
      return false;
    }
    boolean bounded = ((ScalarTree) expression).text().map(ExpressionSize::isBounded).orElseThrow();
    if (!bounded) {
      reading
          .at(value.name())
          .error(
              IssueCode.BAD_EXPRESSION,
              expression.location(),
              "expected a regular expression of at most "
                  + ExpressionSize.LONGEST
                  + " characters that stands for at most "
                  + ExpressionSize.MOST
                  + " with its repetitions written out");
    }
    return bounded;
  }

  private boolean isText(Tree expression, Reading reading) {
    if (expression instanceof ScalarTree scalar && scalar.text().isPresent()) {
      return true;
    }
    reading
        .at(value.name())
        .error(
            IssueCode.BAD_OPERAND,
            expression.location(),
            "the operator 'matches' takes a text in RE2 syntax, found " + expression.description());
    return false;
  }

  @Override
  public void describe(ObjectNode schema) {
    List<String> without =
        Arrays.stream(Operator.values())
            .filter(operator -> !operator.takesValue())
            .map(Operator::id)
            .toList();
    ObjectNode presence = Constraints.allOf(schema).addObject();
    presence.set("if", Constraints.whereOneOf(OPERATOR.name(), without));
    presence.putObject("then").putObject("properties").put(value.name(), false);
    presence.putObject("else").putArray("required").add(value.name());
    ObjectNode expression = Constraints.allOf(schema).addObject();
    expression.set("if", Constraints.whereOneOf(OPERATOR.name(), List.of(Operator.MATCHES.id())));
    expression
        .putObject("then")
        .putObject("properties")
        .putObject(value.name())
        .put("type", "string");
  }
}
