package dev.wend.job.operator;

import dev.wend.job.journey.ScenarioRegistry;
import java.io.Serializable;

/** Where the scenarios of an operator come from when it starts: sent as documents and compiled where they run. */
public interface ScenarioSource extends Serializable {
  /** The scenarios that run from the first event on. */
  ScenarioRegistry load();
}
