package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.CompiledScenario.Version;
import java.util.List;

/** The scenarios that run, and the versions on which instances are still in flight. */
public interface ScenarioRegistry {
  /** The running ones in order of their ids. */
  List<CompiledScenario> running();

  /** Those of the running ones that have triggers by the clock, in the same order. */
  List<CompiledScenario> runningByClock();

  /** A version that runs or on which instances are in flight. */
  CompiledScenario version(Version version);
}
