package dev.wend.job.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Entrance;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import dev.wend.event.TriggerReference;
import dev.wend.matcher.Reference;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes the instances of customers who enter. */
final class NewInstances {
  private NewInstances() {}

  /**
   * By a trigger.
   *
   * @param event the triggering one; empty for the clock
   * @param timestamp epoch milliseconds
   */
  static Instance entering(
      Customer customer,
      CompiledScenario scenario,
      Entrance entrance,
      Optional<CustomerEvent> event,
      long timestamp) {
    Instance.Origin origin =
        new Instance.Origin(
            customer.takeNumber(),
            scenario.version(),
            entrance.nodeId(),
            event.map(by -> new TriggerReference(by.messageId(), by.kind(), by.timestamp())),
            event.map(CustomerEvent::messageId).orElse(""),
            timestamp,
            expiry(scenario, timestamp));
    return new Instance(
        origin,
        capture(scenario.captures().trigger(), event),
        capture(scenario.captures().event(), event),
        event.map(Exits::visitOnEntry).orElseGet(OptionalLong::empty));
  }

  /**
   * Once more on a new version, with the trigger event kept.
   *
   * @param timestamp epoch milliseconds
   */
  static Instance restarting(Customer customer, Instance old, Restart restart, long timestamp) {
    CompiledScenario scenario = restart.scenario();
    Instance.Origin origin =
        new Instance.Origin(
            customer.takeNumber(),
            scenario.version(),
            restart.entrance().nodeId(),
            old.origin().trigger(),
            restart.messageId(),
            timestamp,
            expiry(scenario, timestamp));
    KeptValues kept = new KeptValues(restart.before().captures().trigger(), old.triggerValues());
    return new Instance(
        origin,
        kept.of(scenario.captures().trigger()),
        kept.of(scenario.captures().event()),
        old.lastVisit());
  }

  private static List<JsonNode> capture(List<Reference> references, Optional<CustomerEvent> event) {
    return references.isEmpty()
        ? List.of()
        : Walker.capture(references, event.map(CustomerEvent::toJson).orElseGet(Json::object));
  }

  private static long expiry(CompiledScenario scenario, long entered) {
    return Times.plus(entered, scenario.scenario().settings().maxDuration());
  }
}
