package dev.wend.job.nfa;

import dev.wend.compile.PatternInput;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
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
    Outcome after = program.process(this, input, timestamp);
    return new Outcome(
        before.matched() || after.matched(), before.timedOut(), after.over(), after.givenUp());
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
    return !holdsBack() && begun().isEmpty();
  }

  /** Whether a match is complete that must wait for an earlier partial one, as the skip strategy has it. */
  public boolean holdsBack() {
    return !state.getCompletedMatches().isEmpty();
  }

  /** When the first of the partial matches leaves its window; empty where there is no window or nothing has begun. */
  public OptionalLong deadline() {
    return deadlines().min();
  }

  /** When the last of them does. */
  public OptionalLong lastDeadline() {
    return deadlines().max();
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

  /** The partial matches but the start state, which never goes away. */
  List<ComputationState> begun() {
    return state.getPartialMatches().stream()
        .filter(partial -> partial.getStartEventID() != null)
        .toList();
  }

  private LongStream deadlines() {
    return program.window() == 0
        ? LongStream.empty()
        : begun().stream().mapToLong(partial -> partial.getStartTimestamp() + program.window());
  }
}
