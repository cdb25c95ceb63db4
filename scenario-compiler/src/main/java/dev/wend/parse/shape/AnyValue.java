package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.parse.tree.Tree;
import java.util.Optional;

/** Any JSON value. */
public final class AnyValue implements Shape<JsonNode> {
  /** The only one. */
  public static final Shape<JsonNode> SHAPE = new AnyValue();

  private AnyValue() {}

  @Override
  public Optional<JsonNode> read(Tree value, Reading reading) {
    return Optional.of(value.toJson());
  }

  @Override
  public ObjectNode schema(SchemaDefinitions definitions) {
    return Json.object();
  }
}
