package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.DerivedId;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.util.Optional;

/** An event in the making: its message id may be derived, and lines may still be added. */
record MappedRecord(
    Optional<String> messageId,
    String customerId,
    EventKind kind,
    String name,
    long timestamp,
    ObjectNode properties,
    Channel channel) {

  /** The event; without a message id it gets that of the canonical JSON of all else. */
  CustomerEvent event(long checksum) {
    String uniqueId = messageId.orElseGet(() -> DerivedId.of(toJson()));
    return new CustomerEvent(
        uniqueId, customerId, kind, name, timestamp, properties, channel, checksum);
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object();
    messageId.ifPresent(id -> json.put("messageId", id));
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

  /** Reads what {@link #toJson} wrote. */
  static MappedRecord of(JsonNode json) {
    return new MappedRecord(
        Optional.ofNullable(json.path("messageId").textValue()),
        json.path("customerId").textValue(),
        EventKind.of(json.path("kind").textValue()).orElseThrow(),
        json.path("name").asText(""),
        json.path("timestamp").longValue(),
        (ObjectNode) json.path("properties"),
        Channel.ofEvent(json.path("channel").textValue()));
  }

  MappedRecord at(long earlier) {
    return new MappedRecord(messageId, customerId, kind, name, earlier, properties, channel);
  }
}
