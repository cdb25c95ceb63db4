package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Random nodes: drawn from the triggers downwards, sometimes joining in what was drawn before. */
final class RandomGraph {
  private static final int MOST_NODES = 9;

  private final Chance chance;
  private final Season season;
  private final Set<Feature> features;
  private final RandomMatchers matchers;
  private final RandomTriggers triggers;
  private final RandomActions actions;
  private final ArrayNode nodes;
  private final List<String> joinable = new ArrayList<>();
  private int count;
  private int asksOfMessages;

  /** How a node is reached: behind a delay, or in another way, and the messages sent before. */
  private record Way(boolean behindDelay, List<ObjectNode> sent) {
    Way elsewhere() {
      return new Way(false, sent);
    }

    Way delayed() {
      return new Way(true, sent);
    }

    Way with(ObjectNode node) {
      List<ObjectNode> more = new ArrayList<>(sent);
      more.add(node);
      return new Way(false, more);
    }
  }

  RandomGraph(
      Chance chance,
      Season season,
      Set<Feature> features,
      RandomMatchers matchers,
      List<String> kinds,
      ArrayNode nodes) {
    this.chance = chance;
    this.season = season;
    this.features = features;
    this.matchers = matchers;
    this.triggers = new RandomTriggers(chance, season, features, matchers, kinds);
    this.actions = new RandomActions(chance, season, features, matchers);
    this.nodes = nodes;
  }

  void draw() {
    List<ObjectNode> starts = new ArrayList<>();
    for (int index = chance.of(1, 1, 2, 3); index > 0; index--) {
      starts.add(nodes.addObject().put("id", "start" + index).put("type", "trigger"));
    }
    String first = "";
    for (ObjectNode start : starts) {
      start.set("on", triggers.next());
      if (features.contains(Feature.WHEN) && chance.percent(20)) {
        start.set("when", matchers.profile(true, 1));
      }
      boolean shares = !first.isEmpty() && chance.percent(50);
      first = shares ? first : node(new Way(false, List.of()));
      start.put("next", first);
    }
  }

  /** A new node, or one that was drawn before. */
  private String node(Way way) {
    if (!joinable.isEmpty() && chance.percent(15)) {
      return chance.of(joinable);
    }
    ObjectNode node = nodes.addObject().put("id", "n" + count++);
    int before = asksOfMessages;
    if (count > MOST_NODES || (count > 2 && chance.percent(20))) {
      node.put("type", "end");
    } else {
      fill(node, way);
    }
    boolean depends = node.path("type").asText().equals("condition") && !node.has("within");
    if (before == asksOfMessages && !depends) {
      joinable.add(node.get("id").textValue());
    }
    return node.get("id").textValue();
  }

  private void fill(ObjectNode node, Way way) {
    int kind = chance.between(0, 99);
    if (way.behindDelay() && kind < 60) {
      condition(node, way);
    } else if (kind < 22) {
      condition(node, way);
    } else if (kind < 40) {
      node.put("type", "delay").put("for", duration());
      node.put("next", node(way.delayed()));
    } else if (kind < 46) {
      node.put("type", "sleep").put("for", duration());
      node.put("next", node(way.elsewhere()));
    } else if (kind < 54 && features.contains(Feature.WAIT_UNTIL)) {
      waitUntil(node, way);
    } else if (kind < 64 && features.contains(Feature.WAIT_FOR)) {
      waitFor(node, way);
    } else if (kind < 69 && features.contains(Feature.SPLIT)) {
      ArrayNode branches = node.put("type", "split").putArray("branches");
      for (int index = chance.between(1, 3); index > 0; index--) {
        branches
            .addObject()
            .put("weight", chance.of(1, 1, 3, 2_000_000_000))
            .put("next", node(way.elsewhere()));
      }
    } else {
      boolean sends = actions.fill(node);
      node.put("next", node(sends ? way.with(node) : way.elsewhere()));
    }
  }

  /** None so short that a customer who enters again and again does nothing else. */
  private String duration() {
    boolean shortest = !features.contains(Feature.PROFILE_ACTION) && chance.percent(15);
    return shortest ? "PT0.001S" : chance.of(Words.DURATIONS);
  }

  private void condition(ObjectNode node, Way way) {
    node.put("type", "condition");
    boolean profile = features.contains(Feature.PROFILE_CONDITION) && chance.percent(30);
    boolean within = chance.percent(way.behindDelay() ? 20 : 75);
    boolean pattern = features.contains(Feature.PATTERN_CONDITION) && chance.percent(50);
    if (profile) {
      node.set("if", matchers.profile(false, 1));
    } else if (pattern) {
      boolean withWindow = within || way.behindDelay();
      node.set("if", new RandomSequences(chance, matchers).ofCondition(withWindow));
    } else {
      node.set("if", event(way));
    }
    if (within) {
      node.put("within", duration());
    }
    Way after = within ? way.elsewhere() : way;
    boolean mayHaveNo = within || profile || way.behindDelay();
    node.put("yes", node(after));
    if (mayHaveNo && chance.percent(75)) {
      node.put("no", node(after));
    }
  }

  /** An event matcher, sometimes about a message that was sent on every path. */
  private ObjectNode event(Way way) {
    if (way.sent().isEmpty() || chance.percent(20)) {
      return matchers.event(false);
    }
    asksOfMessages++;
    ObjectNode send = chance.of(way.sent());
    boolean push = send.get("type").asText().equals("send-push");
    ObjectNode matcher = Json.object();
    matcher.put(
        "event",
        push
            ? chance.of("push-opened", "push-clicked")
            : chance.of("email-opened", "email-clicked"));
    return matcher.put("of", send.get("id").textValue());
  }

  private void waitFor(ObjectNode node, Way way) {
    ArrayNode branches = node.put("type", "wait-for").putArray("branches");
    for (int index = chance.between(1, 3); index > 0; index--) {
      ObjectNode branch = branches.addObject();
      branch.set("if", chance.percent(35) ? matchers.profile(false, 1) : event(way));
      branch.put("next", node(way.elsewhere()));
    }
    if (chance.percent(75)) {
      node.put("within", duration()).put("else", node(way.elsewhere()));
    }
  }

  private void waitUntil(ObjectNode node, Way way) {
    node.put("type", "wait-until");
    int step = chance.between(0, 30);
    switch (chance.between(0, 4)) {
      case 0 -> node.put("at", chance.percent(50) ? season.moment(step) : season.localMoment(step));
      case 1, 2 -> {
        ObjectNode from = node.putObject("at");
        from.put(
            "from",
            chance.of(
                "profile:/fields/when", "trigger:/properties/when", "event:/properties/when"));
        if (chance.percent(50)) {
          from.put("offset", (chance.percent(50) ? "-" : "") + duration());
        }
      }
      default -> {
        node.put("timeOfDay", chance.of("02:30", "02:30", "02:30", "00:00", "03:00", "23:50:00"));
        if (chance.percent(40)) {
          node.putArray("weekdays").add(chance.of("saturday", "sunday", "sunday", "monday"));
        }
      }
    }
    if (chance.percent(40)) {
      node.put("timeZoneField", "/zone");
    }
    node.put("next", node(way.elsewhere()));
  }
}
