package dev.wend.connectors.nativejson;

import static dev.wend.event.Json.isMissing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.InvalidRecordException;
import java.util.List;

/** The properties of a native record, its key fields laid into them (SEMANTICS.md section 1). */
final class KeyFields {
  private static final List<String> PAGE = List.of("url", "path", "referrer");

  private KeyFields() {}

  /** Takes the properties out of the record and completes them in place. */
  static ObjectNode layInto(NativeRecord record, ObjectNode json) throws InvalidRecordException {
    ObjectNode properties = object(json, record == NativeRecord.IDENTIFY ? "traits" : "properties");
    switch (record) {
      case PAGE -> PAGE.forEach(key -> lay(properties, key, json.at("/context/page").path(key)));
      case SCREEN -> lay(properties, "name", json.path("name"));
      case UNSUBSCRIBED -> properties.put("consent", "email");
      default -> {
        // Every other kind carries its key fields as properties of these very names.
      }
    }
    return properties;
  }

  private static ObjectNode object(ObjectNode json, String key) throws InvalidRecordException {
    JsonNode value = json.path(key);
    if (value instanceof ObjectNode object) {
      return object;
    }
    boolean emptyList = value.isArray() && value.isEmpty();
    if (isMissing(value) || emptyList) {
      return json.objectNode();
    }
    throw new InvalidRecordException(
        DeadLetterReason.UNREADABLE_PROPERTIES, key + " is not an object");
  }

  private static void lay(ObjectNode properties, String key, JsonNode other) {
    if (isMissing(properties.path(key)) && !isMissing(other)) {
      properties.set(key, other);
    }
  }
}
