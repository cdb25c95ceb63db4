package dev.wend.job.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.CustomerEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Small things that the contract says in passing. */
final class Plain {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  static final ArrayNode NO_VALUES = JSON.arrayNode();
  static final long NEVER = Long.MAX_VALUE;

  private Plain() {}

  /** Section 1: what a customer event has. */
  static ObjectNode json(CustomerEvent event) {
    ObjectNode json = JSON.objectNode();
    json.put("messageId", event.messageId());
    json.put("customerId", event.customerId());
    json.put("kind", event.kind().id());
    if (!event.name().isEmpty()) {
      json.put("name", event.name());
    }
    json.put("timestamp", event.timestamp());
    json.put("channel", event.channel().id());
    json.set("properties", event.properties());
    return json;
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Section 6: the first 16 bytes, in hex, of the SHA-256 of parts joined by line feeds. */
  static String hash(String... parts) {
    return HexFormat.of().formatHex(Arrays.copyOf(sha256(String.join("\n", parts)), 16));
  }

  /** Whether a text equals a JSON value. */
  static boolean isText(JsonNode value, String text) {
    return value.isTextual() && value.textValue().equals(text);
  }
}
