package dev.wend.job.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.CustomerEvent;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A customer in a scenario. */
final class PlainInstance {
  final Scenario scenario;
  final String id;
  final Optional<CustomerEvent> triggerEvent;
  final JsonNode trigger;
  final long expiry;

  /** Where it stands, and when its wait ends by itself. */
  Node node;

  long since;
  long deadline = Plain.NEVER;

  /** The event that last moved it. */
  JsonNode event;

  /** The conditions behind the delay in which it waits whose matcher held. */
  final Set<String> held = new HashSet<>();

  /** The patterns for which it waits, by condition. */
  final Map<String, PlainPattern> patterns = new HashMap<>();

  final Map<String, Facts.Sent> sent = new LinkedHashMap<>();

  /** The last online visit of section 2, {@code exitWhen}. */
  OptionalLong lastVisit;

  PlainInstance(
      Scenario scenario,
      Node.Trigger node,
      String customerId,
      Optional<CustomerEvent> triggerEvent,
      long entered) {
    this.scenario = scenario;
    this.node = node;
    this.triggerEvent = triggerEvent;
    this.trigger = triggerEvent.<JsonNode>map(Plain::json).orElse(MissingNode.getInstance());
    this.event = trigger;
    this.since = entered;
    this.expiry = later(entered, scenario.settings().maxDuration().toMillis());
    this.lastVisit = visit(triggerEvent);
    this.id =
        Plain.hash(
            scenario.id(),
            Long.toString(scenario.version()),
            customerId,
            node.id(),
            Long.toString(entered),
            triggerEvent.map(CustomerEvent::messageId).orElse(""));
  }

  static long later(long time, long millis) {
    return time > Plain.NEVER - millis ? Plain.NEVER : time + millis;
  }

  Facts facts(ObjectNode profile) {
    return new Facts(trigger, event, profile, sent);
  }

  /** The key that {@code duplicateHandling} looks at; missing where the scenario has none. */
  JsonNode key() {
    return scenario
        .settings()
        .instanceKey()
        .map(key -> trigger.at(key.pointer()))
        .orElse(MissingNode.getInstance());
  }

  Node find(String nodeId) {
    return scenario.nodes().stream()
        .filter(candidate -> candidate.id().equals(nodeId))
        .findFirst()
        .orElseThrow();
  }

  private static OptionalLong visit(Optional<CustomerEvent> trigger) {
    if (trigger.isEmpty() || !trigger.get().channel().id().equals("online")) {
      return OptionalLong.empty();
    }
    return switch (trigger.get().kind().id()) {
      case "page-visited",
          "screen-viewed",
          "form-submitted",
          "product-viewed",
          "product-added-to-cart",
          "product-removed-from-cart",
          "order-completed" ->
          OptionalLong.of(trigger.get().timestamp());
      default -> OptionalLong.empty();
    };
  }
}
