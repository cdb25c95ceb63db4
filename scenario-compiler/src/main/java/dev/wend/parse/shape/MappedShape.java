package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.parse.tree.Tree;
import java.util.Optional;
import java.util.function.Function;

/** A shape whose value is taken for something else. */
public record MappedShape<S, T>(Shape<S> shape, Function<S, T> meaning) implements Shape<T> {
  @Override
  public Optional<T> read(Tree value, Reading reading) {
    return shape.read(value, reading).map(meaning);
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    return shape.schema(definitions);
  }
}
