package dev.wend.job.replay;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.CompiledScenario.Version;
import dev.wend.event.Utf8Order;
import dev.wend.job.journey.ScenarioRegistry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Scenarios that run from beginning to end, each in one version. */
public final class FixedScenarios implements ScenarioRegistry {
  private final List<CompiledScenario> running;
  private final List<CompiledScenario> byClock;
  private final Map<Version, CompiledScenario> versions;

  public FixedScenarios(Collection<CompiledScenario> scenarios) {
    running =
        scenarios.stream()
            .sorted(Comparator.comparing(scenario -> scenario.scenario().id(), Utf8Order.INSTANCE))
            .toList();
    byClock = running.stream().filter(CompiledScenario::hasClockTriggers).toList();
    versions =
        running.stream().collect(Collectors.toMap(CompiledScenario::version, Function.identity()));
  }

  @Override
  public List<CompiledScenario> running() {
    return running;
  }

  @Override
  public List<CompiledScenario> runningByClock() {
    return byClock;
  }

  @Override
  public CompiledScenario version(Version version) {
    return versions.get(version);
  }
}
