package dev.wend.job.operator;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.CompiledScenario.Version;
import dev.wend.event.Utf8Order;
import dev.wend.job.journey.RunningScenarios;
import dev.wend.job.journey.ScenarioRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which scenarios run, and which versions besides have instances in flight. Changes make a new one. */
final class Versions {
  private final SortedMap<String, Deployed> running = new TreeMap<>(Utf8Order.INSTANCE);
  private final List<Deployed> retained = new ArrayList<>();
  private final ScenarioRegistry registry;

  /** A document and what it compiles to. */
  record Deployed(ScenarioDocument document, CompiledScenario scenario) {
    String id() {
      return scenario.scenario().id();
    }
  }

  Versions(Collection<Deployed> running, Collection<Deployed> retained) {
    running.forEach(deployed -> this.running.put(deployed.id(), deployed));
    this.retained.addAll(retained);
    registry = new RunningScenarios(scenarios(running), scenarios(retained));
  }

  /** The version of a scenario that runs; empty where none does. */
  Optional<CompiledScenario> find(String scenarioId) {
    return Optional.ofNullable(running.get(scenarioId)).map(Deployed::scenario);
  }

  ScenarioRegistry registry() {
    return registry;
  }

  Collection<Deployed> running() {
    return running.values();
  }

  List<Deployed> retained() {
    return retained;
  }

  /**
   * With another version of a scenario, or a further scenario. Where that version ran before, its instances ended when it was
   * stopped.
   */
  Versions with(Deployed deployed) {
    Versions without = without(deployed.id());
    List<Deployed> all = new ArrayList<>(without.running());
    all.add(deployed);
    List<Deployed> old = new ArrayList<>(without.retained);
    old.removeIf(before -> before.scenario().version().equals(deployed.scenario().version()));
    return new Versions(all, old);
  }

  /** With a scenario stopped; the version that ran may have instances in flight. */
  Versions without(String scenarioId) {
    List<Deployed> left = new ArrayList<>(running.values());
    List<Deployed> old = new ArrayList<>(retained);
    left.removeIf(deployed -> deployed.id().equals(scenarioId));
    Optional.ofNullable(running.get(scenarioId)).ifPresent(old::add);
    return new Versions(left, old);
  }

  /** Without the versions that let nobody in and have no instance in flight. */
  Versions retaining(Set<Version> inFlight) {
    return new Versions(
        running.values(),
        retained.stream()
            .filter(deployed -> inFlight.contains(deployed.scenario().version()))
            .toList());
  }

  private static List<CompiledScenario> scenarios(Collection<Deployed> deployed) {
    return deployed.stream().map(Deployed::scenario).toList();
  }
}
