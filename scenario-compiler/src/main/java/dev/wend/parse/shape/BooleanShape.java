package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.IssueCode;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.Optional;

/** {@code true} or {@code false}; some keys only take {@code true}. */
public enum BooleanShape implements Shape<Boolean> {
  EITHER,
  ONLY_TRUE;

  @Override
  public Optional<Boolean> read(Tree value, Reading reading) {
    boolean fits =
        value instanceof ScalarTree scalar
            && scalar.value().isBoolean()
            && (this == EITHER || scalar.value().booleanValue());
    if (fits) {
      return Optional.of(((ScalarTree) value).value().booleanValue());
    }
    String expected = this == EITHER ? "expected true or false" : "expected true";
    return reading.hole(
        IssueCode.WRONG_TYPE, value.location(), expected + ", found " + value.description());
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    return this == EITHER ? Json.object().put("type", "boolean") : Json.object().put("const", true);
  }
}
