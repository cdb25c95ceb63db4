package dev.wend.parse.node;

import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Values;
import dev.wend.parse.shape.Words;
import dev.wend.parse.value.Names;
import dev.wend.parse.value.NodeReference;
import dev.wend.scenario.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A type of node: its name and what it looks like.
 *
 * @param name as documents write it
 */
public record NodeType(String name, ObjectShape<Node> shape) {
  static final Field<String> ID = Field.required("id", Names.ID, "unique in the document");
  static final Field<String> NEXT =
      Field.required("next", NodeReference.NEXT, "the id of the node that follows");

  /** A type with the keys {@code id}, {@code type} and {@code fields}. */
  static NodeType of(
      String name, String description, List<Field<?>> fields, Function<Values, Node> constructor) {
    List<Field<?>> all = new ArrayList<>();
    all.add(ID);
    all.add(
        Field.required(
            "type", Words.of("the type", List.of(name), word -> word), "the node's type"));
    all.addAll(fields);
    return new NodeType(name, ObjectShape.of(description, all, constructor));
  }
}
