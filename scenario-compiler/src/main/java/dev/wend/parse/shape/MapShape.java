package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.issue.IssueCode;
import dev.wend.parse.tree.ObjectTree;
import dev.wend.parse.tree.Tree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An object with keys of the writer's own, in the order in which they stand. */
public record MapShape<T>(String description, Shape<T> value) implements Shape<Map<String, T>> {
  @Override
  public Optional<Map<String, T>> read(Tree tree, Reading reading) {
    if (!(tree instanceof ObjectTree object)) {
      return reading.hole(
          IssueCode.WRONG_TYPE,
          tree.location(),
          "expected an object of " + description + ", found " + tree.description());
    }
    Map<String, T> read = new LinkedHashMap<>();
    for (ObjectTree.Member member : object.members()) {
      value
          .read(member.value(), reading.at(member.key()))
          .ifPresent(present -> read.put(member.key(), present));
    }
    return read.size() == object.members().size()
        ? Optional.of(Collections.unmodifiableMap(read))
        : Optional.empty();
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    ObjectNode schema = Json.object().put("type", "object");
    schema.set("additionalProperties", value.schema(definitions));
    return schema;
  }
}
