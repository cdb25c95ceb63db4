package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.CompiledScenario.Version;
import dev.wend.event.CustomerEvent;
import java.util.List;

/** The scenarios that run, and the versions on which instances are still in flight. */
public interface ScenarioRegistry {
  /** The running ones in order of their ids; the same list for as long as the same ones run. */
  List<CompiledScenario> running();

  /** Whether an event concerns some running scenario, or a profile (SEMANTICS.md section 5, step 0). */
  boolean concerns(CustomerEvent event);

  /** Whether an event concerns a version that runs or on which instances are in flight. */
  boolean concerns(Version version, CustomerEvent event);

  /** A version that runs or on which instances are in flight. */
  CompiledScenario version(Version version);
}
