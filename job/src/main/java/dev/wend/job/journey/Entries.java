package dev.wend.job.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Entrance;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import dev.wend.event.TraceKind;
import dev.wend.matcher.JsonEquality;
import dev.wend.matcher.Reference;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.Settings;
import dev.wend.scenario.Settings.DuplicateHandling;
import dev.wend.scenario.Settings.EntryLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets customers enter (SEMANTICS.md section 5, step 5 and "Entry"). */
final class Entries {
  private final Triggers triggers;
  private final Walker walker;
  private final Records records;

  Entries(Triggers triggers, Walker walker, Records records) {
    this.triggers = triggers;
    this.walker = walker;
    this.records = records;
  }

  /** Tries the triggers of a running scenario in document order; the first that matches is the only one. */
  void consider(Customer customer, CompiledScenario scenario, ProfileEvent happened, Cause cause) {
    if (!isOpen(scenario.scenario(), cause.timestamp())) {
      return;
    }
    List<Entrance> matched = triggers.matched(customer, scenario, happened);
    if (!matched.isEmpty()) {
      enterByFirst(matched, customer, scenario, Optional.of(happened.event()), cause);
    }
  }

  /** Tries those triggers of a running scenario that are due by the clock, in document order. */
  void consider(Customer customer, CompiledScenario scenario, List<Entrance> due, Cause cause) {
    List<Entrance> matched = triggers.matched(customer, scenario, due, cause.timestamp());
    enterByFirst(matched, customer, scenario, Optional.empty(), cause);
  }

  private void enterByFirst(
      List<Entrance> matched,
      Customer customer,
      CompiledScenario scenario,
      Optional<CustomerEvent> event,
      Cause cause) {
    for (Entrance entrance : matched) {
      if (admits(entrance, customer)) {
        enter(customer, scenario, entrance, event, cause);
        return;
      }
    }
  }

  /** Whether customers enter at {@code timestamp}. */
  static boolean isOpen(Scenario scenario, long timestamp) {
    Optional<Instant> from = scenario.activeFrom();
    Optional<Instant> until = scenario.activeUntil();
    return (from.isEmpty() || from.get().toEpochMilli() <= timestamp)
        && (until.isEmpty() || timestamp < until.get().toEpochMilli());
  }

  private static boolean admits(Entrance entrance, Customer customer) {
    return entrance.when().isEmpty()
        || entrance.when().get().holds(new EntryContext(customer.profile()));
  }

  private void enter(
      Customer customer,
      CompiledScenario scenario,
      Entrance entrance,
      Optional<CustomerEvent> event,
      Cause cause) {
    Settings settings = scenario.scenario().settings();
    Instance instance =
        NewInstances.entering(customer, scenario, entrance, event, cause.timestamp());
    List<Instance> duplicates = duplicates(customer, scenario, instance);
    if (settings.duplicateHandling() == DuplicateHandling.IGNORE && !duplicates.isEmpty()) {
      records.trace(TraceKind.ENTRY_IGNORED, customer, instance, entrance.nodeId(), cause);
      return;
    }
    boolean replaces =
        settings.duplicateHandling() == DuplicateHandling.MOVE_TO_START && !duplicates.isEmpty();
    if (isLimited(customer, scenario, cause.timestamp(), replaces)) {
      records.trace(TraceKind.ENTRY_LIMITED, customer, instance, entrance.nodeId(), cause);
      return;
    }
    if (replaces) {
      duplicates.forEach(removed -> remove(customer, removed, cause));
    }
    log(customer, scenario, cause.timestamp());
    begin(customer, scenario, entrance, instance, cause);
  }

  /** Starts an instance again on a new version; limits are not asked. */
  void restart(Customer customer, Instance old, Restart restart, Cause cause) {
    remove(customer, old, cause);
    Instance instance = NewInstances.restarting(customer, old, restart, cause.timestamp());
    begin(customer, restart.scenario(), restart.entrance(), instance, cause);
  }

  private void begin(
      Customer customer,
      CompiledScenario scenario,
      Entrance entrance,
      Instance instance,
      Cause cause) {
    records.trace(TraceKind.ENTERED, customer, instance, entrance.nodeId(), cause);
    customer.instances().add(instance);
    walker.goOn(new JourneyContext(customer, instance, scenario), entrance.next(), cause);
  }

  private void remove(Customer customer, Instance removed, Cause cause) {
    records.trace(TraceKind.RESTARTED, customer, removed, removed.waiting().nodeId(), cause);
    customer.instances().remove(removed);
  }

  private static boolean isLimited(
      Customer customer, CompiledScenario scenario, long timestamp, boolean replaces) {
    Settings settings = scenario.scenario().settings();
    String id = scenario.scenario().id();
    Optional<EntryLimit> limit = settings.entryLimit();
    return (limit.isPresent() && isReached(limit.get(), customer, id, timestamp))
        || (!replaces && isFull(settings.maxInstances(), customer, id));
  }

  private static boolean isReached(
      EntryLimit limit, Customer customer, String scenarioId, long timestamp) {
    EntryLog log = customer.entries().get(scenarioId);
    return log != null && log.isReached(limit, timestamp);
  }

  /** Most customers have fewer instances of all scenarios together. */
  private static boolean isFull(int maxInstances, Customer customer, String scenarioId) {
    return customer.instances().size() >= maxInstances
        && customer.instances().stream()
                .filter(instance -> instance.version().scenarioId().equals(scenarioId))
                .count()
            >= maxInstances;
  }

  private static void log(Customer customer, CompiledScenario scenario, long timestamp) {
    scenario
        .scenario()
        .settings()
        .entryLimit()
        .ifPresent(
            limit ->
                customer
                    .entries()
                    .computeIfAbsent(scenario.scenario().id(), id -> new EntryLog())
                    .add(limit, timestamp));
  }

  /** None where they make no difference. */
  private static List<Instance> duplicates(
      Customer customer, CompiledScenario scenario, Instance entering) {
    if (scenario.scenario().settings().duplicateHandling()
        == DuplicateHandling.CREATE_NEW_INSTANCE) {
      return List.of();
    }
    Optional<Reference> key = scenario.scenario().settings().instanceKey();
    return customer.instances().stream()
        .filter(other -> other.version().scenarioId().equals(scenario.scenario().id()))
        .filter(
            other ->
                key.map(reference -> sameKey(scenario, reference, entering, other)).orElse(true))
        .toList();
  }

  private static boolean sameKey(
      CompiledScenario scenario, Reference reference, Instance entering, Instance other) {
    int index = scenario.captures().trigger().indexOf(reference);
    JsonNode left = key(entering, index);
    JsonNode right = key(other, index);
    return Json.isMissing(left) ? Json.isMissing(right) : JsonEquality.equal(left, right);
  }

  private static JsonNode key(Instance instance, int index) {
    return index < instance.triggerValues().size()
        ? instance.triggerValues().get(index)
        : MissingNode.getInstance();
  }
}
