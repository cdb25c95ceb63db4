package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.EventTime;
import dev.wend.connectors.InvalidRecordException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The timestamp of a row.
 *
 * @param zone where local times are read; without it they have to carry an offset
 */
record TimeRule(Value value, TimeFormat format, Optional<ZoneId> zone) {
  /** Epoch milliseconds; {@code otherwise}, ISO-8601 with an offset, where the row has none. */
  long read(Row row, Optional<String> otherwise) throws InvalidRecordException {
    JsonNode found = value.read(row);
    if (found.isMissingNode() || (found.isTextual() && found.textValue().isEmpty())) {
      return iso(
          otherwise.orElseThrow(
              () -> new InvalidRecordException(DeadLetterReason.NO_TIMESTAMP, "no timestamp")));
    }
    OptionalLong timestamp = format.read(found, zone);
    return timestamp.orElseThrow(
        () -> {
          boolean local = zone.isEmpty() && EventTime.lacksOffset(found.asText());
          String problem = local ? " has no offset" : " is not " + format.description();
          return new InvalidRecordException(
              DeadLetterReason.UNREADABLE_TIMESTAMP, "timestamp " + found + problem);
        });
  }

  private static long iso(String text) throws InvalidRecordException {
    return EventTime.ofIso(text)
        .orElseThrow(
            () ->
                new InvalidRecordException(
                    DeadLetterReason.UNREADABLE_TIMESTAMP,
                    "timestamp \"" + text + "\" is not ISO-8601 with an offset"));
  }
}
