package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.CompiledScenario.Version;
import dev.wend.compile.Entrance;
import dev.wend.compile.PatternText;
import dev.wend.event.TraceKind;
import dev.wend.job.journey.PartialMatches.Owner;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a change of the running scenarios does to one customer (SEMANTICS.md section 6, "Live"). */
final class Deployments {
  private static final String STOPPED = "stopped";
  private static final String UPDATED = "updated";

  private final ScenarioRegistry scenarios;
  private final Entries entries;
  private final Records records;

  Deployments(ScenarioRegistry scenarios, Entries entries, Records records) {
    this.scenarios = scenarios;
    this.entries = entries;
    this.records = records;
  }

  void take(Customer customer, Deployment deployment, long timestamp) {
    Cause cause = Cause.byClock(timestamp);
    String id = deployment.scenario().scenario().id();
    if (deployment instanceof Deployment.Started started) {
      letCurrentMembersIn(customer, started.scenario(), cause);
    } else if (deployment instanceof Deployment.Updated updated) {
      keepPartialMatches(customer, updated);
      update(customer, updated.scenario(), cause);
    } else {
      instances(customer, id).forEach(instance -> exit(customer, instance, STOPPED, cause));
      customer.partialMatches().keySet().removeIf(owner -> isOf(owner.version(), id));
    }
  }

  /** Only a start does; where {@code activeFrom} is still to come, they enter then. */
  private void letCurrentMembersIn(Customer customer, CompiledScenario scenario, Cause cause) {
    if (Entries.isOpen(scenario.scenario(), cause.timestamp())) {
      List<Entrance> current =
          scenario.entrances().stream()
              .filter(entrance -> ClockTriggers.takesCurrentMembers(entrance.on()))
              .toList();
      entries.consider(customer, scenario, current, cause);
    }
  }

  private void update(Customer customer, CompiledScenario updated, Cause cause) {
    List<Instance> instances = instances(customer, updated.scenario().id());
    switch (updated.scenario().settings().onUpdate()) {
      case FINISH_OLD -> {}
      case EXIT -> instances.forEach(instance -> exit(customer, instance, UPDATED, cause));
      case RESTART -> restart(customer, instances, updated, cause);
    }
  }

  /** The entry of a restart has no message id, unless several restarts of one trigger must be told apart. */
  private void restart(
      Customer customer, List<Instance> instances, CompiledScenario updated, Cause cause) {
    Set<String> entered = new HashSet<>();
    for (Instance instance : instances) {
      Entrance entrance = sameTrigger(updated, instance.origin().triggerNode());
      String messageId = entered.add(entrance.nodeId()) ? "" : distinct(customer, instance);
      entries.restart(
          customer,
          instance,
          new Restart(scenarios.version(instance.version()), updated, entrance, messageId),
          cause);
    }
  }

  private static String distinct(Customer customer, Instance instance) {
    return instance
        .origin()
        .trigger()
        .map(trigger -> trigger.messageId())
        .orElseGet(() -> Identifiers.instance(customer.id(), instance.origin()));
  }

  private static Entrance sameTrigger(CompiledScenario updated, String nodeId) {
    return updated.entrances().stream()
        .filter(entrance -> entrance.nodeId().equals(nodeId))
        .findFirst()
        .orElse(updated.entrances().get(0));
  }

  /** A trigger whose pattern is still the same goes on where it was; the others begin anew. */
  private static void keepPartialMatches(Customer customer, Deployment.Updated updated) {
    for (Entrance entrance : updated.scenario().entrances()) {
      Owner old = new Owner(updated.before().version(), entrance.nodeId());
      boolean same =
          entrance.pattern().isPresent()
              && text(updated.before(), entrance.nodeId())
                  .equals(entrance.pattern().map(PatternText::of));
      PartialMatches kept = customer.partialMatches().remove(old);
      if (same && kept != null) {
        customer
            .partialMatches()
            .put(new Owner(updated.scenario().version(), entrance.nodeId()), kept);
      }
    }
    customer
        .partialMatches()
        .keySet()
        .removeIf(owner -> owner.version().equals(updated.before().version()));
  }

  private static Optional<String> text(CompiledScenario scenario, String nodeId) {
    return scenario.entrances().stream()
        .filter(entrance -> entrance.nodeId().equals(nodeId))
        .findFirst()
        .flatMap(Entrance::pattern)
        .map(PatternText::of);
  }

  private void exit(Customer customer, Instance instance, String reason, Cause cause) {
    records.because(
        TraceKind.EXITED, customer, instance, instance.waiting().nodeId(), cause, reason);
    customer.instances().remove(instance);
  }

  private static List<Instance> instances(Customer customer, String scenarioId) {
    return customer.instances().stream()
        .filter(instance -> isOf(instance.version(), scenarioId))
        .toList();
  }

  private static boolean isOf(Version version, String scenarioId) {
    return version.scenarioId().equals(scenarioId);
  }
}
