package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.EventKind;
import dev.wend.event.Utf8Order;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The events of an input of a mapping file. */
final class RuleParser {
  private static final Set<String> TEXT_CONDITIONS =
      Set.of("equals", "in", "startsWith", "endsWith", "empty");

  private final ValueParser values;

  RuleParser(ValueParser values) {
    this.values = values;
  }

  EventRule rule(Place place) {
    place.isObject(
        Set.of("kind", "customerId", "timestamp"),
        Set.of("when", "name", "messageId", "channel", "propertiesFrom", "properties", "group"));
    return new EventRule(
        conditions(place.at("when")),
        kind(place),
        values.value(place.at("name")),
        values.value(place.at("customerId")),
        values.value(place.at("messageId")),
        time(place.at("timestamp")),
        values.value(place.at("channel")),
        values.value(place.at("propertiesFrom")),
        values.properties(place.at("properties")),
        grouping(place.at("group"), place.at("properties")));
  }

  private Value kind(Place event) {
    Place place = event.at("kind");
    if (!place.node().isTextual()) {
      return values.value(place);
    }
    String kind = place.node().textValue();
    if (EventKind.of(kind).isEmpty()) {
      place.problem("no kind of event: " + place.found());
    }
    if (kind.equals(EventKind.CUSTOM.id()) && !event.has("name")) {
      event.problem("a custom event needs a \"name\"");
    }
    return new Value.Constant(place.node());
  }

  private List<Condition> conditions(Place list) {
    List<Condition> conditions = new ArrayList<>();
    list.items().forEach(item -> condition(item).ifPresent(conditions::add));
    return List.copyOf(conditions);
  }

  private Optional<Condition> condition(Place place) {
    if (place.has("not")) {
      place.isObject(Set.of("not"), Set.of());
      return condition(place.at("not")).map(Condition.Not::new);
    }
    if (place.has("any")) {
      place.isObject(Set.of("any"), Set.of());
      return Optional.of(new Condition.Any(conditions(place.at("any"))));
    }
    Value value = values.value(place, TEXT_CONDITIONS);
    List<String> operators = TEXT_CONDITIONS.stream().filter(place.node()::has).toList();
    if (operators.size() != 1) {
      place.problem("expected exactly one of equals, in, startsWith, endsWith, empty, not, any");
      return Optional.empty();
    }
    return condition(value, operators.get(0), place.at(operators.get(0)));
  }

  private static Optional<Condition> condition(Value value, String operator, Place operand) {
    return switch (operator) {
      case "startsWith" -> operand.text().map(text -> new Condition.StartsWith(value, text));
      case "endsWith" -> operand.text().map(text -> new Condition.EndsWith(value, text));
      case "in" -> {
        List<Place> texts = operand.items();
        texts.forEach(RuleParser::expectScalar);
        yield Optional.of(
            new Condition.In(
                value,
                texts.stream()
                    .map(Place::node)
                    .map(JsonNode::asText)
                    .collect(Collectors.toUnmodifiableSet())));
      }
      case "empty" -> {
        if (!operand.node().isBoolean()) {
          operand.problem("expected true or false, found " + operand.found());
        }
        Condition empty = new Condition.Empty(value);
        yield Optional.of(operand.node().asBoolean() ? empty : new Condition.Not(empty));
      }
      default -> {
        expectScalar(operand);
        yield Optional.of(new Condition.In(value, Set.of(operand.node().asText())));
      }
    };
  }

  private static void expectScalar(Place place) {
    if (!place.node().isValueNode() || place.isMissing()) {
      place.problem("expected a single value, found " + place.found());
    }
  }

  private TimeRule time(Place place) {
    Value value = values.value(place, Set.of("format", "timeZone"));
    Optional<ZoneId> zone =
        place.at("timeZone").text().flatMap(id -> zone(place.at("timeZone"), id));
    TimeFormat format = format(place.at("format"));
    if (format instanceof TimeFormat.OfPattern pattern && !pattern.hasZone() && zone.isEmpty()) {
      place.problem("local times need a \"timeZone\"");
    }
    return new TimeRule(value, format, zone);
  }

  private static TimeFormat format(Place place) {
    String format = place.text().orElse("iso");
    try {
      return TimeFormat.of(format);
    } catch (IllegalArgumentException noPattern) {
      place.problem(
          "expected iso, epoch-seconds, epoch-millis, epoch-micros or a pattern such as yyyy-MM-dd HH:mm, found "
              + place.found());
      return new TimeFormat.Iso();
    }
  }

  private static Optional<ZoneId> zone(Place place, String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException unknown) {
      place.problem("no time zone: " + place.found());
      return Optional.empty();
    }
  }

  private Optional<Grouping> grouping(Place place, Place properties) {
    if (place.isMissing() || !place.isObject(Set.of("by"), Set.of("products", "totals"))) {
      return Optional.empty();
    }
    if (place.at("by").node().isArray() && place.at("by").node().isEmpty()) {
      place.at("by").problem("expected at least one value to group by");
    }
    SortedMap<String, List<Value>> totals = new TreeMap<>(Utf8Order.INSTANCE);
    for (Map.Entry<String, Place> total : place.at("totals").members().entrySet()) {
      if (properties.has(total.getKey())) {
        total.getValue().problem("is also among the properties");
      }
      totals.put(total.getKey(), values.values(total.getValue()));
    }
    return Optional.of(
        new Grouping(
            values.values(place.at("by")), values.properties(place.at("products")), totals));
  }
}
