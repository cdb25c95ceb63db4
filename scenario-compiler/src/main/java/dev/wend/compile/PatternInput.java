package dev.wend.compile;

import dev.wend.event.CustomerEvent;
import dev.wend.matcher.MatchContext;

/** What is fed to the patterns of a stage: first the entry, then what the instance sees. */
public sealed interface PatternInput {
  /** The one entry of every stage. */
  PatternInput ENTRY = new Entry();

  /** Stands for every event that took part in a match before the run was saved. */
  PatternInput PAST = new Past();

  /** The instance arrived at the stage; every pattern begins with it. */
  record Entry() implements PatternInput {}

  /**
   * An event that the instance sees.
   *
   * @param context what conditions may look at besides the event
   */
  record Observed(CustomerEvent event, MatchContext context) implements PatternInput {}

  /** An event that took part in a match before the run was saved; no condition looks back at it. */
  record Past() implements PatternInput {}
}
