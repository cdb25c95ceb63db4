package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Random events that often meet matchers, boundaries of windows and each other. */
final class RandomHistory {
  private static final List<Integer> BESIDE = List.of(-1, 0, 0, 0, 0, 1);

  private final Chance chance;
  private final Season season;
  private final List<String> kinds;

  /**
   * Events.
   *
   * @param kinds that they mostly are of
   */
  RandomHistory(Chance chance, Season season, List<String> kinds) {
    this.chance = chance;
    this.season = season;
    this.kinds = kinds;
  }

  /**
   * A history.
   *
   * @param longest milliseconds from the first to the last event
   */
  List<CustomerEvent> next(long longest) {
    List<String> customers = Words.CUSTOMERS.subList(0, chance.of(1, 1, 2, 3));
    List<CustomerEvent> events = new ArrayList<>();
    int count = chance.between(4, 40);
    int most = (int) (longest / Words.GRID);
    int span = chance.of(6, most, most);
    for (int index = 0; index < count; index++) {
      long time = season.start() + chance.between(0, span) * Words.GRID + chance.of(BESIDE);
      events.add(event(chance.of(customers), time));
      if (chance.percent(10)) {
        events.add(copy(chance.of(events)));
      }
    }
    return events;
  }

  /** Answers to messages that were sent, and echoes of what scenarios changed. */
  List<CustomerEvent> answers(List<ObjectNode> actions) {
    List<CustomerEvent> events = new ArrayList<>();
    for (ObjectNode action : actions) {
      String type = action.get("type").asText();
      if (type.startsWith("send-") && chance.percent(80)) {
        boolean push = type.equals("send-push");
        EventKind kind =
            push
                ? chance.of(EventKind.PUSH_OPENED, EventKind.PUSH_CLICKED)
                : chance.of(EventKind.EMAIL_OPENED, EventKind.EMAIL_CLICKED);
        events.add(about(action, kind));
      } else if (type.endsWith("-tag") && chance.percent(30)) {
        events.add(about(action, chance.of(EventKind.TAG_ADDED, EventKind.TAG_REMOVED)));
      }
    }
    return events;
  }

  private CustomerEvent about(ObjectNode action, EventKind kind) {
    long time =
        action.get("timestamp").longValue() + chance.between(0, 4) * Words.GRID + chance.of(BESIDE);
    ObjectNode properties = properties(kind);
    if (action.has("template") && chance.percent(25)) {
      properties.set("campaign_id", action.get("template"));
      properties.remove("action_id");
    } else {
      properties.set("action_id", action.get("actionId"));
    }
    return event(action.get("customerId").asText(), kind, time, properties);
  }

  private CustomerEvent event(String customer, long time) {
    if (chance.percent(2)) {
      return event(customer, EventKind.CUSTOMER_ERASED, time, Json.object());
    }
    String name = chance.percent(75) ? chance.of(kinds) : chance.of(Words.KINDS);
    EventKind kind = EventKind.of(name).orElseThrow();
    return event(customer, kind, time, properties(kind));
  }

  private CustomerEvent event(String customer, EventKind kind, long time, ObjectNode properties) {
    String name =
        switch (kind) {
          case CUSTOM -> chance.of(Words.NAMES);
          case SCREEN_VIEWED -> properties.path("name").asText();
          default -> "";
        };
    Channel channel = chance.percent(20) ? Channel.OFFLINE : Channel.ONLINE;
    return new CustomerEvent(
        messageId(),
        customer,
        kind,
        name,
        time,
        properties,
        channel,
        checksum(kind, name, channel, properties));
  }

  /** The same id at the same time or a little later, with other bytes or the same ones. */
  private CustomerEvent copy(CustomerEvent event) {
    boolean other = chance.percent(30) && event.kind() != EventKind.CUSTOMER_ERASED;
    EventKind kind = other ? EventKind.PAGE_VISITED : event.kind();
    long later = chance.of(0L, 0L, 0L, 1L, 5 * Words.GRID, 6 * Words.GRID - 1, 6 * Words.GRID);
    ObjectNode properties =
        chance.percent(50) && kind == event.kind() ? event.properties() : properties(kind);
    String name = kind == event.kind() ? event.name() : "";
    return new CustomerEvent(
        event.messageId(),
        event.customerId(),
        kind,
        name,
        event.timestamp() + later,
        properties,
        event.channel(),
        checksum(kind, name, event.channel(), properties));
  }

  /** Of whatever tells records of one id and time apart. */
  private static long checksum(
      EventKind kind, String name, Channel channel, ObjectNode properties) {
    ObjectNode record = Json.object();
    record.put("kind", kind.id()).put("name", name).put("channel", channel.id());
    record.set("properties", properties);
    CRC32C sum = new CRC32C();
    sum.update(Json.bytes(record));
    return sum.getValue();
  }

  private String messageId() {
    int number = chance.between(0, 400);
    return switch (chance.between(0, 3)) {
      case 0 -> "0b5ba1d4-3b6e-4c36-9d2a-00000000%04d".formatted(number);
      case 1 -> "0B5BA1D4-3B6E-4C36-9D2A-00000000%04d".formatted(number);
      case 2 -> "ü" + number;
      default -> "m" + number;
    };
  }

  private ObjectNode properties(EventKind kind) {
    ObjectNode properties = Json.object();
    switch (kind) {
      case PROFILE_UPDATED -> traits(properties);
      case TAG_ADDED, TAG_REMOVED -> name(properties, "tag", Words.TAGS);
      case SEGMENT_ENTERED, SEGMENT_LEFT -> name(properties, "audience_key", Words.SEGMENTS);
      case CONSENT_GIVEN, CONSENT_WITHDRAWN -> name(properties, "consent", Words.CONSENTS);
      case PAGE_VISITED -> properties.put("url", chance.of(Words.URLS));
      case SCREEN_VIEWED -> properties.put("name", chance.of(Words.NAMES));
      case FORM_SUBMITTED -> properties.put("form_id", chance.of(Words.NAMES));
      case LOCATION_VISITED, LOCATION_LEFT -> properties.put("location_id", chance.of(Words.NAMES));
      default -> {
        // The other kinds have no key field that must be there.
      }
    }
    if (kind != EventKind.PROFILE_UPDATED) {
      others(properties, kind);
    }
    return properties;
  }

  private void others(ObjectNode properties, EventKind kind) {
    product(properties);
    value(properties, "cart_id", 40);
    value(properties, "nested", 20);
    value(properties, "list", 20);
    if (chance.percent(25)) {
      properties.put("when", when());
    }
    if (kind.id().startsWith("email-") || kind.id().startsWith("push-")) {
      properties.put("campaign_id", chance.of(Words.TEMPLATES));
      value(properties, "machine_open", 10);
      if (chance.percent(20)) {
        properties.put("machine_open", true);
      }
    }
    if (kind.id().startsWith("order-") && chance.percent(80)) {
      products(properties.putArray("products"));
    }
    if (chance.percent(5)) {
      properties.set(
          "action_id", RandomMatchers.json(chance.of("null", "\"self-x\"", "7", "\"\"")));
    }
  }

  private void products(ArrayNode products) {
    for (int index = chance.between(0, 2); index > 0; index--) {
      product(products.addObject());
    }
    if (chance.percent(15)) {
      products.add("p1");
    }
  }

  private void product(ObjectNode properties) {
    if (chance.percent(60)) {
      properties.put("product_id", chance.of(Words.PRODUCTS));
    }
    if (chance.percent(20)) {
      properties.put("sku", chance.of(Words.PRODUCTS));
    }
    value(properties, "price", 60);
  }

  private void traits(ObjectNode traits) {
    value(traits, "x", 60);
    value(traits, "y", 30);
    value(traits, "list", 20);
    if (chance.percent(30)) {
      traits.putObject("y").set("z", RandomMatchers.json(chance.of(Words.VALUES)));
    }
    if (chance.percent(25)) {
      traits.put(
          "zone",
          chance.of(
              "Europe/Warsaw", "America/New_York", "Europe/Warsaw", "Moon", "+05:00", "GMT+3"));
    }
    if (chance.percent(30)) {
      traits.put(
          "birthday",
          chance.of(
              "2000-" + season.day(1),
              season.day(1),
              season.day(1),
              season.day(1),
              "1999-" + season.day(0),
              "02-29",
              season.day(2),
              "2025-02-29",
              season.date(4),
              "soon"));
    }
    if (chance.percent(30)) {
      traits.put("when", when());
    }
  }

  private String when() {
    int step = chance.between(0, 30);
    return switch (chance.between(0, 4)) {
      case 0 -> season.moment(step);
      case 1 -> season.localMoment(step);
      case 2 -> season.date(chance.between(0, 2));
      case 3 -> season.date(1) + "T02:30";
      default -> chance.of("tomorrow", "2026-13-01", season.date(1) + "T01:30:00.0009+01:00");
    };
  }

  private void value(ObjectNode object, String key, int percent) {
    if (chance.percent(percent)) {
      object.set(key, RandomMatchers.json(chance.of(Words.VALUES)));
    }
  }

  private void name(ObjectNode properties, String key, List<String> names) {
    if (chance.percent(95)) {
      properties.put(key, chance.of(names));
    } else {
      properties.set(key, RandomMatchers.json(chance.of("7", "null", "\"\"", "[\"vip\"]")));
    }
  }
}
