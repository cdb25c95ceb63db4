package dev.wend.connectors.kafka;

import static dev.wend.event.Json.isMissing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.RecordDefaults;
import dev.wend.connectors.StrictJson;
import dev.wend.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What a message says of an event. CloudEvents are understood in binary mode ({@code ce_} headers) and in structured mode
 * (content type {@code application/cloudevents+json}): their id and time stand in where the content has none.
 *
 * @param bytes the content, JSON or a row
 */
record MessageContent(byte[] bytes, RecordDefaults defaults) {
  private static final String CLOUD_EVENTS = "application/cloudevents";
  private static final String CLOUD_EVENTS_JSON = "application/cloudevents+json";

  /** Takes the content out of the value of a message. */
  static MessageContent of(byte[] value, Headers headers) throws InvalidRecordException {
    String type = text(headers, "content-type").orElse("").strip().toLowerCase(Locale.ROOT);
    if (!type.startsWith(CLOUD_EVENTS)) {
      return new MessageContent(
          value, new RecordDefaults(text(headers, "ce_id"), text(headers, "ce_time")));
    }
    if (!type.split(";", 2)[0].strip().equals(CLOUD_EVENTS_JSON)) {
      throw unreadable("content type " + type + " is not " + CLOUD_EVENTS_JSON);
    }
    ObjectNode envelope = StrictJson.readObject(value);
    return new MessageContent(
        content(envelope), new RecordDefaults(text(envelope, "id"), text(envelope, "time")));
  }

  private static byte[] content(ObjectNode envelope) throws InvalidRecordException {
    JsonNode data = envelope.path("data");
    if (data.isObject()) {
      return Json.bytes(data);
    }
    if (!isMissing(data)) {
      throw unreadable("the data of the CloudEvent is not an object");
    }
    JsonNode encoded = envelope.path("data_base64");
    if (!encoded.isTextual()) {
      throw unreadable("a CloudEvent without data");
    }
    try {
      return Base64.getDecoder().decode(encoded.textValue());
    } catch (IllegalArgumentException notBase64) {
      throw unreadable("data_base64 of the CloudEvent is not Base64");
    }
  }

  private static Optional<String> text(ObjectNode envelope, String key)
      throws InvalidRecordException {
    JsonNode value = envelope.path(key);
    if (isMissing(value)) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw unreadable(key + " of the CloudEvent is not text: " + value);
    }
    return Optional.of(value.textValue()).filter(text -> !text.isEmpty());
  }

  private static Optional<String> text(Headers headers, String key) {
    return Optional.ofNullable(headers.lastHeader(key))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8))
        .filter(text -> !text.isEmpty());
  }

  private static InvalidRecordException unreadable(String detail) {
    return new InvalidRecordException(DeadLetterReason.UNREADABLE_ENVELOPE, detail);
  }
}
