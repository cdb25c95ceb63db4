package dev.wend.parse.value;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.parse.shape.Note;
import dev.wend.parse.shape.Reading;
import dev.wend.parse.shape.SchemaDefinitions;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.tree.Tree;
import java.util.Optional;

/** The id of a node of the document, and what it is named for. */
public enum NodeReference implements Shape<String> {
  /** The journey goes on there. */
  NEXT {
    @Override
    Note note(JsonPointer pointer, String node) {
      return new Link(pointer, node);
    }
  },
  /** A matcher asks about the message that was sent there. */
  MESSAGE {
    @Override
    Note note(JsonPointer pointer, String node) {
      return new MessageUse(pointer, node);
    }
  };

  /** A node leads to another. */
  public record Link(JsonPointer pointer, String target) implements Note {}

  /** A matcher asks about the message of a node. */
  public record MessageUse(JsonPointer pointer, String target) implements Note {}

  abstract Note note(JsonPointer pointer, String node);

  @Override
  public Optional<String> read(Tree value, Reading reading) {
    Optional<String> id = Names.ID.read(value, reading);
    id.ifPresent(node -> reading.note(note(reading.pointer(), node)));
    return id;
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    return Names.ID.schema(definitions);
  }
}
