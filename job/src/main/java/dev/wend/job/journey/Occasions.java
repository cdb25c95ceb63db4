package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * On which occasions customers may enter the scenarios that run: found out once for each set of them. Several are in use while
 * customers have not all taken the same deployments.
 */
final class Occasions {
  private static final int MOST_IN_USE = 16;

  private final ScenarioRegistry scenarios;
  private final IdentityHashMap<List<CompiledScenario>, Known> inUse = new IdentityHashMap<>();

  private record Known(EventOccasions events, ClockOccasions clock) {
    static Known of(List<CompiledScenario> running) {
      return new Known(new EventOccasions(running), new ClockOccasions(running));
    }
  }

  Occasions(ScenarioRegistry scenarios) {
    this.scenarios = scenarios;
  }

  /** By events. */
  EventOccasions events() {
    return known().events();
  }

  /** By the clock. */
  ClockOccasions clock() {
    return known().clock();
  }

  private Known known() {
    List<CompiledScenario> running = scenarios.running();
    Known known = inUse.get(running);
    if (known == null) {
      if (inUse.size() == MOST_IN_USE) {
        inUse.clear();
      }
      known = Known.of(running);
      inUse.put(running, known);
    }
    return known;
  }
}
