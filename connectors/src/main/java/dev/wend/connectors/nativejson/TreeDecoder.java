package dev.wend.connectors.nativejson;

import static dev.wend.event.Json.isMissing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DerivedId;
import dev.wend.connectors.EventTime;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.RecordDefaults;
import dev.wend.connectors.StrictJson;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Decodes records by way of a tree: of any of them it knows what is wrong with it. Stateless. */
final class TreeDecoder {
  private final long latest;

  /** Accepts timestamps up to {@code latest}, epoch milliseconds. */
  TreeDecoder(long latest) {
    this.latest = latest;
  }

  /** Decodes the content of a record that has this checksum, with what else is known of it. */
  Decoded decode(byte[] content, long checksum, RecordDefaults defaults) {
    try {
      ObjectNode json = StrictJson.readObject(content);
      complete(json, defaults);
      return new Decoded.Event(event(json, checksum));
    } catch (InvalidRecordException invalid) {
      return invalid.rejected();
    }
  }

  private static void complete(ObjectNode json, RecordDefaults defaults) {
    JsonNode messageId = json.path("messageId");
    if (isMissing(messageId) || (messageId.isTextual() && messageId.textValue().isEmpty())) {
      defaults.messageId().ifPresent(id -> json.put("messageId", id));
    }
    if (isMissing(json.path("timestamp"))) {
      defaults.timestamp().ifPresent(time -> json.put("timestamp", time));
    }
  }

  private CustomerEvent event(ObjectNode json, long checksum) throws InvalidRecordException {
    NativeRecord record = record(json);
    Optional<String> messageId = id(json, "messageId");
    String customerId = customerId(json);
    long timestamp = timestamp(json.path("timestamp"));
    String uniqueId = messageId.orElseGet(() -> DerivedId.of(json));
    ObjectNode properties = KeyFields.layInto(record, json);
    return new CustomerEvent(
        uniqueId,
        customerId,
        record.kind(),
        name(record.kind(), json, properties),
        timestamp,
        properties,
        channel(record, json, properties),
        checksum);
  }

  private static NativeRecord record(ObjectNode json) throws InvalidRecordException {
    JsonNode type = json.path("type");
    Optional<NativeRecord> record =
        type.isTextual() ? NativeRecord.ofType(type.textValue()) : Optional.empty();
    if (record.isEmpty()) {
      throw new InvalidRecordException(
          DeadLetterReason.UNSUPPORTED_TYPE,
          isMissing(type) ? "no type" : "type " + type + " is not page, screen, identify or track");
    }
    if (record.get().type() != NativeRecord.Type.TRACK) {
      return record.get();
    }
    JsonNode event = json.path("event");
    if (!event.isTextual() || event.textValue().isEmpty()) {
      throw new InvalidRecordException(
          DeadLetterReason.NO_EVENT_NAME,
          isMissing(event) || event.isTextual()
              ? "a track without event"
              : "event is not text: " + event);
    }
    return NativeRecord.ofTrack(event.textValue());
  }

  private static String customerId(ObjectNode json) throws InvalidRecordException {
    Optional<String> userId = id(json, "userId");
    Optional<String> anonymousId = id(json, "anonymousId");
    return userId
        .or(() -> anonymousId)
        .orElseThrow(
            () ->
                new InvalidRecordException(
                    DeadLetterReason.NO_CUSTOMER, "neither userId nor anonymousId"));
  }

  private static Optional<String> id(ObjectNode json, String key) throws InvalidRecordException {
    JsonNode id = json.path(key);
    if (isMissing(id)) {
      return Optional.empty();
    }
    if (!id.isTextual()) {
      throw new InvalidRecordException(DeadLetterReason.ID_NOT_TEXT, key + " is not text: " + id);
    }
    return Optional.of(id.textValue()).filter(text -> !text.isEmpty());
  }

  private long timestamp(JsonNode value) throws InvalidRecordException {
    if (isMissing(value)) {
      throw new InvalidRecordException(DeadLetterReason.NO_TIMESTAMP, "no timestamp");
    }
    OptionalLong timestamp = OptionalLong.empty();
    if (value.isTextual()) {
      timestamp = EventTime.ofIso(value.textValue());
    } else if (value.isNumber()) {
      timestamp = EventTime.ofEpoch(value.decimalValue(), BigDecimal.ONE);
    }
    if (timestamp.isEmpty()) {
      boolean lacksOffset = value.isTextual() && EventTime.lacksOffset(value.textValue());
      throw new InvalidRecordException(
          DeadLetterReason.UNREADABLE_TIMESTAMP,
          "timestamp "
              + value
              + (lacksOffset ? " has no offset" : " is neither ISO-8601 nor epoch milliseconds"));
    }
    if (timestamp.getAsLong() > latest) {
      throw new InvalidRecordException(
          DeadLetterReason.FUTURE_TIMESTAMP, "timestamp " + value + " is too far ahead");
    }
    return timestamp.getAsLong();
  }

  private static String name(EventKind kind, ObjectNode json, ObjectNode properties) {
    return switch (kind) {
      case CUSTOM -> json.path("event").textValue();
      case SCREEN_VIEWED -> properties.path("name").asText("");
      default -> "";
    };
  }

  private static Channel channel(NativeRecord record, ObjectNode json, ObjectNode properties) {
    JsonNode channel = json.path("context").path("channel");
    if (isMissing(channel) && record != NativeRecord.IDENTIFY) {
      channel = properties.path("channel");
    }
    return Channel.ofEvent(channel.isTextual() ? channel.textValue() : "");
  }
}
