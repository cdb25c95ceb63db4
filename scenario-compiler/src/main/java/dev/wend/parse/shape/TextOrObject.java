package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.IssueCode;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.ScalarTree;
import dev.wend.parse.tree.Tree;
import java.util.Optional;

/** A text, or an object that says more. */
public record TextOrObject<T>(
    String description, Shape<? extends T> text, Shape<? extends T> object) implements Shape<T> {
  @Override
  public Optional<T> read(Tree value, Reading reading) {
    if (value instanceof ObjectTree) {
      return object.read(value, reading).map(read -> read);
    }
    if (value instanceof ScalarTree scalar && scalar.text().isPresent()) {
      return text.read(value, reading).map(read -> read);
    }
    return reading.hole(
        IssueCode.WRONG_TYPE,
        value.location(),
        "expected " + description + ", found " + value.description());
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    ObjectNode schema = Json.object();
    ArrayNode either = schema.putArray("anyOf");
    either.add(text.schema(definitions));
    either.add(object.schema(definitions));
    return schema;
  }
}
