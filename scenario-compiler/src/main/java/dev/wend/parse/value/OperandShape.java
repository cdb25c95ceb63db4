package dev.wend.parse.value;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.Literal;
import dev.wend.matcher.Operand;
import dev.wend.matcher.Reference.Source;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.shape.SchemaDefinitions;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * A literal, or a reference where some are allowed.
 *
 * @param allowed what references may look into; empty where there may be none
 */
public record OperandShape(List<Source> allowed) implements Shape<Operand> {
  private static final String FROM = "from";

  @Override
  public Optional<Operand> read(Tree value, Reading reading) {
    if (!isReference(value)) {
      return Optional.of(new Literal(value.toJson()));
    }
    if (allowed.isEmpty()) {
      return reading.hole(
          IssueCode.REFERENCE_NOT_ALLOWED,
          value.location(),
          "expected a literal, found a reference");
    }
    return ReferenceText.object(allowed).read(value, reading).map(reference -> reference);
  }

  /** Whether {@code value} is meant as a reference. */
  public static boolean isReference(Tree value) {
    return value instanceof ObjectTree object && object.find(FROM).isPresent();
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    ObjectNode literal = Json.object();
    literal.putObject("not").put("type", "object").putArray("required").add(FROM);
    if (allowed.isEmpty()) {
      return literal;
    }
    ObjectNode schema = Json.object();
    ArrayNode either = schema.putArray("anyOf");
    either.add(literal);
    either.add(ReferenceText.object(allowed).schema(definitions));
    return schema;
  }
}
