package dev.wend.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Something that a customer did, or that was done to a customer (SEMANTICS.md section 1).
 *
 * @param messageId unique; the key of deduplication
 * @param customerId whose timeline it belongs to
 * @param name the name of a custom event or screen; empty for other kinds
 * @param timestamp event time, epoch milliseconds
 * @param properties the event's properties (the traits of an {@code identify}); never modified
 * @param checksum CRC-32C, unsigned, of the record as read without its line end; it decides between different records of
 *     one {@code timestamp} and {@code messageId} (section 5, step 2)
 */
public record CustomerEvent(
    String messageId,
    String customerId,
    EventKind kind,
    String name,
    long timestamp,
    ObjectNode properties,
    Channel channel,
    long checksum) {

  /** What the action ids of profile changes begin with, by which their echoes are known. */
  public static final String ECHO_PREFIX = "self-";

  /** Whether this is the echo of a profile change that a scenario made itself (section 5, step 2). */
  public boolean isEcho() {
    JsonNode actionId = properties.path("action_id");
    return actionId.isTextual() && actionId.textValue().startsWith(ECHO_PREFIX);
  }

  /** The text at the top-level property {@code key}; empty where it is missing or not text. */
  public Optional<String> textProperty(String key) {
    return Optional.ofNullable(properties.path(key).textValue());
  }

  /** The event as an object with the fields of section 1, into which {@code trigger:} and {@code event:} point. */
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("messageId", messageId);
    json.put("customerId", customerId);
    json.put("kind", kind.id());
    if (!name.isEmpty()) {
      json.put("name", name);
    }
    json.put("timestamp", timestamp);
    json.put("channel", channel.id());
    json.set("properties", properties);
    return json;
  }
}
