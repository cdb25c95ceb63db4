package dev.wend.job.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Random event and profile matchers. */
final class RandomMatchers {
  private static final List<String> EVERYWHERE = List.of("profile");
  private static final List<String> BEHIND_TRIGGER = List.of("profile", "trigger");

  private final Chance chance;
  private final List<String> kinds;

  /**
   * Matchers.
   *
   * @param kinds of the events that they ask for
   */
  RandomMatchers(Chance chance, List<String> kinds) {
    this.chance = chance;
    this.kinds = kinds;
  }

  static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  ObjectNode event(boolean ofTrigger) {
    List<String> sources = ofTrigger ? EVERYWHERE : BEHIND_TRIGGER;
    ObjectNode matcher = Json.object();
    String kind = chance.of(kinds);
    boolean perItem = kind.equals("order-completed") && chance.percent(50);
    matcher.put("event", perItem ? "product-bought" : kind);
    if (chance.percent(10)) {
      matcher.put("channel", chance.of("online", "online", "offline"));
    }
    if (chance.percent(25)) {
      filter(matcher, kind, sources);
    }
    if (chance.percent(20)) {
      ArrayNode where = matcher.putArray("where");
      for (int index = chance.between(1, 2); index > 0; index--) {
        where.add(where(sources, 2));
      }
    }
    return matcher;
  }

  /** Any event of a kind. */
  ObjectNode ofKind() {
    return Json.object().put("event", chance.of(kinds));
  }

  private void filter(ObjectNode matcher, String kind, List<String> sources) {
    switch (kind) {
      case "page-visited" -> text(matcher, "url", Words.URLS, sources);
      case "screen-viewed" -> text(matcher, "screen", Words.NAMES, sources);
      case "form-submitted" -> text(matcher, "form", Words.NAMES, sources);
      case "location-visited", "location-left" -> text(matcher, "location", Words.NAMES, sources);
      case "tag-added", "tag-removed" -> text(matcher, "tag", Words.TAGS, sources);
      case "segment-entered", "segment-left" -> text(matcher, "segment", Words.SEGMENTS, sources);
      case "consent-given", "consent-withdrawn" ->
          text(matcher, "consent", Words.CONSENTS, sources);
      case "custom" -> text(matcher, "name", Words.NAMES, sources);
      case "product-viewed",
          "product-added-to-cart",
          "product-removed-from-cart",
          "order-completed",
          "order-cancelled",
          "order-refunded" ->
          matcher.putArray("products").add(chance.of(Words.PRODUCTS));
      default -> {
        if (kind.startsWith("email-") || kind.startsWith("push-")) {
          text(matcher, "campaign", Words.TEMPLATES, sources);
        }
      }
    }
    if (kind.equals("email-opened") && chance.percent(50)) {
      matcher.put("machineOpens", true);
    }
  }

  private void text(ObjectNode matcher, String key, List<String> values, List<String> sources) {
    if (chance.percent(70)) {
      matcher.put(key, chance.of(values));
    } else {
      compare(matcher.putObject(key), sources);
    }
  }

  private ObjectNode where(List<String> sources, int depth) {
    ObjectNode where = Json.object();
    int form = depth == 0 ? 3 : chance.between(0, 9);
    switch (form) {
      case 0 -> where.putArray("any").add(where(sources, depth - 1)).add(where(sources, depth - 1));
      case 1 -> where.putArray("all").add(where(sources, depth - 1)).add(where(sources, depth - 1));
      case 2 -> where.set("not", where(sources, depth - 1));
      default -> compare(where.put("property", chance.of(Words.PROPERTIES)), sources);
    }
    return where;
  }

  private void compare(ObjectNode comparison, List<String> sources) {
    String operator =
        chance.of(
            "eq",
            "eq",
            "eq",
            "ne",
            "ne",
            "gt",
            "gte",
            "lt",
            "lte",
            "in",
            "not-in",
            "contains",
            "starts-with",
            "ends-with",
            "matches",
            "exists",
            "exists",
            "not-exists");
    comparison.put("op", operator);
    switch (operator) {
      case "exists", "not-exists" -> {
        // They take no value.
      }
      case "matches" -> comparison.put("value", chance.of("p.*", "[pc]1", ".*", "/a|Quiz"));
      case "in", "not-in" ->
          comparison.set(
              "value",
              chance.percent(20) ? value(sources) : json("[1, \"p1\", \"c1\", \"/a\", null]"));
      default -> comparison.set("value", value(sources));
    }
  }

  private JsonNode value(List<String> sources) {
    if (chance.percent(70)) {
      return json(chance.of(Words.VALUES));
    }
    return Json.object().put("from", reference(chance.of(sources)));
  }

  /** A reference into {@code source}. */
  String reference(String source) {
    if (source.equals("profile")) {
      return "profile:"
          + chance.of(
              "/fields/x",
              "/fields/y/z",
              "/fields/y",
              "/tags/0",
              "/tags",
              "/segments",
              "/consents",
              "/fields",
              "",
              "/nothing");
    }
    return source
        + ":"
        + chance.of(
            "/properties/price",
            "/properties/product_id",
            "/properties/cart_id",
            "/properties/nested",
            "/properties/list",
            "/messageId",
            "/timestamp",
            "/kind",
            "/channel",
            "/name",
            "/properties/nothing");
  }

  ObjectNode profile(boolean ofTrigger, int depth) {
    ObjectNode matcher = Json.object();
    switch (chance.between(depth == 0 ? 3 : 0, 8)) {
      case 0 -> matcher.set("not", profile(ofTrigger, depth - 1));
      case 1 ->
          matcher
              .putArray("all")
              .add(profile(ofTrigger, depth - 1))
              .add(profile(ofTrigger, depth - 1));
      case 2 ->
          matcher
              .putArray("any")
              .add(profile(ofTrigger, depth - 1))
              .add(profile(ofTrigger, depth - 1));
      case 3 -> matcher.put("segment", chance.of(Words.SEGMENTS));
      case 4, 5 -> matcher.put("tag", chance.of(Words.TAGS));
      case 6 -> matcher.put("consent", chance.of(Words.CONSENTS));
      default -> field(matcher, ofTrigger);
    }
    return matcher;
  }

  /** A field compared. */
  ObjectNode field(ObjectNode matcher, boolean ofTrigger) {
    compare(matcher.put("field", chance.of(Words.FIELDS)), ofTrigger ? EVERYWHERE : BEHIND_TRIGGER);
    return matcher;
  }
}
