package dev.wend.job.journey;

import dev.wend.event.ActionRecord;
import dev.wend.event.TraceRecord;

/** Where a timeline writes to. */
public interface JourneyOutput {
  /** An action is to be carried out. */
  void action(ActionRecord action);

  /** Something is to be told. */
  void trace(TraceRecord trace);

  /** An instance of that scenario is gone with its customer, of which no trace record tells. */
  void erased(String scenarioId);

  /** Something happened once more. */
  void count(Count what);
}
