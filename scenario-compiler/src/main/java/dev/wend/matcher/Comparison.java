package dev.wend.matcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * An operator and what it compares with.
 *
 * @param expression the compiled expression of {@code matches}; empty for every other operator
 */
public record Comparison(Operator operator, Operand operand, Optional<Pattern> expression) {

  /** Without a value: {@code exists} and {@code not-exists}. */
  public static final Operand NOTHING = new Literal(MissingNode.getInstance());

  /**
   * A comparison with {@code operand}.
   *
   * @throws PatternSyntaxException when {@code matches} is given what is not RE2
   */
  public static Comparison of(Operator operator, Operand operand) {
    boolean compiles =
        operator == Operator.MATCHES
            && operand instanceof Literal literal
            && literal.value().isTextual();
    return new Comparison(
        operator,
        operand,
        compiles
            ? Optional.of(Pattern.compile(((Literal) operand).value().textValue()))
            : Optional.empty());
  }

  /** Whether it compares with a value that the document writes, and so looks at nothing but the event. */
  public boolean isFixed() {
    return operand instanceof Literal;
  }

  /** Whether {@code actual} meets it. */
  public boolean holds(JsonNode actual, MatchContext context) {
    if (expression.isPresent()) {
      return actual.isTextual() && expression.get().matches(actual.textValue());
    }
    return operator.holds(
        actual, operand instanceof Reference from ? context.resolve(from) : literal());
  }

  private JsonNode literal() {
    return ((Literal) operand).value();
  }

  @Override
  public String toString() {
    return operator.takesValue() ? operator.id() + " " + operand : operator.id();
  }
}
