package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario;

/** A change of what runs, which each customer takes at its watermark (SEMANTICS.md section 6, "Live"). */
public sealed interface Deployment {
  /** The scenario as it runs from now on, or as it ran until now where it stops. */
  CompiledScenario scenario();

  /** It was not running and now is. */
  record Started(CompiledScenario scenario) implements Deployment {}

  /**
   * A new version of what runs.
   *
   * @param before the version that ran until now
   */
  record Updated(CompiledScenario before, CompiledScenario scenario) implements Deployment {}

  /** It runs no more. */
  record Stopped(CompiledScenario scenario) implements Deployment {}
}
