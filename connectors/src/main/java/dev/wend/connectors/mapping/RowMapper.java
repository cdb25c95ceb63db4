package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.RecordDefaults;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of rows what one rule of a mapping says. */
final class RowMapper {
  private final List<Integer> place;
  private final EventRule rule;
  private final long latest;
  private final RecordDefaults defaults;

  /** Maps by the rule at that place (input, event); timestamps after {@code latest} are too far ahead. */
  RowMapper(List<Integer> place, EventRule rule, long latest, RecordDefaults defaults) {
    this.place = place;
    this.rule = rule;
    this.latest = latest;
    this.defaults = defaults;
  }

  boolean takes(Row row) throws InvalidRecordException {
    for (Condition condition : rule.when()) {
      if (!condition.holds(row)) {
        return false;
      }
    }
    return true;
  }

  Mapped map(Row row, String source, long position, long checksum) throws InvalidRecordException {
    MappedRecord record = record(row);
    if (rule.group().isEmpty()) {
      return new Mapped.Event(record.event(checksum));
    }
    Grouping group = rule.group().get();
    ObjectNode payload = record.toJson();
    if (!group.product().isEmpty()) {
      payload.set(GroupMerge.PRODUCT, Property.object(group.product(), row));
    }
    payload.set(GroupMerge.AMOUNTS, amounts(group, row));
    String key = groupKey(group, record.customerId(), row);
    return new Mapped.Line(new GroupedLine(key, source, position, payload.toString(), checksum));
  }

  /** The event of a row that stands for itself. */
  CustomerEvent event(Row row, long checksum) throws InvalidRecordException {
    return record(row).event(checksum);
  }

  private MappedRecord record(Row row) throws InvalidRecordException {
    EventKind kind = kind(row);
    Optional<String> name = optionalText(rule.name(), row);
    if (kind == EventKind.CUSTOM && name.isEmpty()) {
      throw new InvalidRecordException(
          DeadLetterReason.NO_EVENT_NAME, "a custom event without name");
    }
    String customerId =
        id(rule.customerId(), row, "customerId")
            .orElseThrow(
                () -> new InvalidRecordException(DeadLetterReason.NO_CUSTOMER, "no customerId"));
    Optional<String> messageId = id(rule.messageId(), row, "messageId").or(defaults::messageId);
    long timestamp = timestamp(row);
    ObjectNode properties = properties(row);
    boolean named = kind == EventKind.CUSTOM || kind == EventKind.SCREEN_VIEWED;
    if (kind == EventKind.SCREEN_VIEWED && name.isPresent() && !properties.has("name")) {
      properties.put("name", name.get());
    }
    Channel channel = Channel.ofEvent(optionalText(rule.channel(), row).orElse(""));
    return new MappedRecord(
        messageId, customerId, kind, named ? name.orElse("") : "", timestamp, properties, channel);
  }

  private EventKind kind(Row row) throws InvalidRecordException {
    Optional<String> id = optionalText(rule.kind(), row);
    return id.flatMap(EventKind::of)
        .orElseThrow(
            () ->
                new InvalidRecordException(
                    DeadLetterReason.UNSUPPORTED_TYPE,
                    id.map(text -> "no kind " + text).orElse("no kind for the row")));
  }

  private long timestamp(Row row) throws InvalidRecordException {
    long timestamp = rule.timestamp().read(row, defaults.timestamp());
    if (timestamp > latest) {
      throw new InvalidRecordException(
          DeadLetterReason.FUTURE_TIMESTAMP,
          "timestamp " + rule.timestamp().value().read(row) + " is too far ahead");
    }
    return timestamp;
  }

  private ObjectNode properties(Row row) throws InvalidRecordException {
    JsonNode base = rule.propertiesFrom().read(row);
    if (!base.isMissingNode() && !base.isObject()) {
      throw new InvalidRecordException(
          DeadLetterReason.UNREADABLE_PROPERTIES, "the properties are not an object");
    }
    ObjectNode properties = base instanceof ObjectNode object ? object.deepCopy() : Json.object();
    Property.lay(rule.properties(), row, properties);
    return properties;
  }

  private static ObjectNode amounts(Grouping group, Row row) throws InvalidRecordException {
    ObjectNode amounts = Json.object();
    for (Map.Entry<String, List<Value>> total : group.totals().entrySet()) {
      BigDecimal amount = BigDecimal.ONE;
      boolean complete = true;
      for (Value factor : total.getValue()) {
        JsonNode value = factor.read(row);
        complete &= !value.isMissingNode();
        amount = complete ? amount.multiply(Numbers.read(value).decimalValue()) : amount;
      }
      if (complete) {
        amounts.put(total.getKey(), amount);
      }
    }
    return amounts;
  }

  private String groupKey(Grouping group, String customerId, Row row)
      throws InvalidRecordException {
    ArrayNode key = Json.MAPPER.createArrayNode();
    place.forEach(key::add);
    key.add(customerId);
    for (Value part : group.by()) {
      JsonNode value = part.read(row);
      if (value.isMissingNode()) {
        throw Transform.unreadable(value, "a value to group by");
      }
      key.add(value);
    }
    return key.toString();
  }

  private static Optional<String> id(Value value, Row row, String name)
      throws InvalidRecordException {
    JsonNode id = value.read(row);
    if (id.isMissingNode()) {
      return Optional.empty();
    }
    if (!id.isTextual()) {
      throw new InvalidRecordException(DeadLetterReason.ID_NOT_TEXT, name + " is not text: " + id);
    }
    return Optional.of(id.textValue()).filter(text -> !text.isEmpty());
  }

  private static Optional<String> optionalText(Value value, Row row) throws InvalidRecordException {
    JsonNode found = value.read(row);
    return found.isMissingNode()
        ? Optional.empty()
        : Optional.of(Transform.text(found)).filter(text -> !text.isEmpty());
  }
}
