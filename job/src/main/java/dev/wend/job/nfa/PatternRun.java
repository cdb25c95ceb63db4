package dev.wend.job.nfa;

import dev.wend.compile.PatternInput;
import java.util.OptionalLong;
import org.apache.flink.cep.nfa.ComputationState;
import org.apache.flink.cep.nfa.NFAState;

/** One instance's way through a pattern. Times are epoch milliseconds of event time and never go back. */
public final class PatternRun {
  private final PatternProgram program;
  private final NFAState state;
  private final RunMemory memory;
  private final boolean progressedBeforeSave;

  PatternRun(
      PatternProgram program, NFAState state, RunMemory memory, boolean progressedBeforeSave) {
    this.program = program;
    this.state = state;
    this.memory = memory;
    this.progressedBeforeSave = progressedBeforeSave;
  }

  /**
   * Lets time pass up to {@code timestamp}, then takes {@code input} at that time. The outcome is of both together; a
   * caller that must tell them apart calls {@link #elapse} first.
   */
  public Outcome feed(PatternInput.Observed input, long timestamp) {
    Outcome before = program.advance(this, timestamp);
    boolean matched = program.process(this, input, timestamp);
    return new Outcome(before.matched() || matched, before.timedOut(), isOver());
  }

  /**
   * Lets time pass up to {@code timestamp}. A match of a trailing NOT tells nothing of its deadline: elapse to each
   * {@link #deadline} exactly.
   */
  public Outcome elapse(long timestamp) {
    return program.advance(this, timestamp);
  }

  /** Whether nothing has progressed, so that a new run from the same entry would be equal. */
  public boolean isUntouched() {
    return !progressedBeforeSave && !state.isStateChanged();
  }

  /** Whether no partial match has begun and no completed match is held back. */
  public boolean isOver() {
    return state.getCompletedMatches().isEmpty()
        && state.getPartialMatches().stream().noneMatch(PatternRun::hasBegun);
  }

  /** When the first of the partial matches leaves its window; empty where there is no window or nothing has begun. */
  public OptionalLong deadline() {
    if (program.window() == 0) {
      return OptionalLong.empty();
    }
    return state.getPartialMatches().stream()
        .filter(PatternRun::hasBegun)
        .mapToLong(partial -> partial.getStartTimestamp() + program.window())
        .min();
  }

  /** All of the run, to be given to {@link PatternProgram#restore}; equal runs give equal bytes. */
  public byte[] save() {
    return new SavedRun(state, memory, !isUntouched()).toBytes();
  }

  NFAState state() {
    return state;
  }

  RunMemory memory() {
    return memory;
  }

  private static boolean hasBegun(ComputationState partial) {
    return partial.getStartEventID() != null;
  }
}
