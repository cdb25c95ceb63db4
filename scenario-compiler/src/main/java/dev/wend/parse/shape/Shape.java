package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.parse.tree.Tree;
import java.util.Optional;

/**
 * What a value may look like. One declaration serves the parser and the JSON Schema.
 *
 * @param <T> what it is read as
 */
public interface Shape<T> {
  /** Reads {@code value}; reports what is wrong, and gives nothing where it is no {@code T}. */
  Optional<T> read(Tree value, Reading reading);

  /** The JSON Schema of what it accepts; what it refers to goes into {@code definitions}. */
  ObjectNode schema(SchemaDefinitions definitions);
}
