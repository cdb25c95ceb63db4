package dev.wend.job.replay;

import dev.wend.connectors.file.EventFile;
import dev.wend.job.operator.ScenarioSource;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is to be replayed.
 *
 * @param files in any order
 * @param asOf where the clock ends, epoch milliseconds, inclusive; empty for the last valid event that is selected
 * @param dedupHorizon how long a message id stays taken, in event time
 * @param selection which events are replayed; what it leaves out is as if it were not in the files
 */
public record ReplayPlan(
    ScenarioSource scenarios,
    List<EventFile> files,
    HistoryLayout layout,
    OptionalLong asOf,
    Duration dedupHorizon,
    Selection selection) {
  /** All events of the files. */
  public ReplayPlan(
      ScenarioSource scenarios,
      List<EventFile> files,
      HistoryLayout layout,
      OptionalLong asOf,
      Duration dedupHorizon) {
    this(scenarios, files, layout, asOf, dedupHorizon, Selection.ALL);
  }
}
