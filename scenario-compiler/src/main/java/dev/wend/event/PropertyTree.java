package dev.wend.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;

/** Properties that something has built. */
record PropertyTree(ObjectNode tree) implements EventProperties {
  @Override
  public JsonNode property(String key) {
    return tree.path(key);
  }

  @Override
  public ByteBuffer json() {
    return ByteBuffer.wrap(Json.bytes(tree));
  }
}
