package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.CompiledScenario.Version;
import dev.wend.compile.Relevance;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Utf8Order;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scenarios that run, each in one version, and other versions on which instances are still in flight. */
public final class RunningScenarios implements ScenarioRegistry {
  private final List<CompiledScenario> running;
  private final Map<Version, CompiledScenario> versions = new HashMap<>();
  private final Relevance relevance;
  private final Map<Version, Relevance> relevances = new HashMap<>();

  /** Scenarios without any other versions. */
  public RunningScenarios(Collection<CompiledScenario> running) {
    this(running, List.of());
  }

  /**
   * Scenarios and other versions.
   *
   * @param retained versions that let nobody in any more
   */
  public RunningScenarios(
      Collection<CompiledScenario> running, Collection<CompiledScenario> retained) {
    this.running =
        running.stream()
            .sorted(Comparator.comparing(scenario -> scenario.scenario().id(), Utf8Order.INSTANCE))
            .toList();
    retained.forEach(scenario -> versions.put(scenario.version(), scenario));
    running.forEach(scenario -> versions.put(scenario.version(), scenario));
    relevance = Relevance.of(running);
  }

  @Override
  public List<CompiledScenario> running() {
    return running;
  }

  @Override
  public boolean concerns(CustomerEvent event) {
    return relevance.concerns(event);
  }

  @Override
  public boolean concerns(Version version, CustomerEvent event) {
    return relevances
        .computeIfAbsent(version, known -> Relevance.of(List.of(version(known))))
        .concerns(event);
  }

  @Override
  public CompiledScenario version(Version version) {
    return versions.get(version);
  }
}
