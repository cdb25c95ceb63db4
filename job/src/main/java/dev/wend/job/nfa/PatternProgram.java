package dev.wend.job.nfa;

import dev.wend.compile.PatternInput;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.flink.cep.nfa.ComputationState;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.configuration.Configuration;

/** A compiled pattern, from which any number of runs are started; used by one thread. */
public final class PatternProgram {
  private final NfaHost host;
  private final NFA<PatternInput> nfa;
  private final AfterMatchSkipStrategy skipStrategy;
  private final Retention retention;

  PatternProgram(NfaHost host, Pattern<PatternInput, ?> pattern, Retention retention) {
    this.host = host;
    this.retention = retention;
    nfa = NFACompiler.compileFactory(pattern, true).createNFA();
    skipStrategy = pattern.getAfterMatchSkipStrategy();
    try {
      nfa.open(NoRuntime.context(), new Configuration());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a condition could not be opened", e);
    }
  }

  /**
   * A run that has taken the entry at {@code entered}, in epoch milliseconds.
   *
   * @throws IllegalArgumentException if the pattern does not begin with the entry, or matches it alone
   */
  public PatternRun start(long entered) {
    PatternRun run = idle();
    if (process(run, PatternInput.ENTRY, entered).matched()) {
      throw new IllegalArgumentException(
          "the pattern matches the entry alone and has nothing to wait for");
    }
    if (run.isOver()) {
      throw new IllegalArgumentException("the pattern does not begin with the entry");
    }
    run.state().resetStateChanged();
    return run;
  }

  /** A run that has taken nothing, for a pattern that begins with an event. */
  public PatternRun idle() {
    return new PatternRun(this, nfa.createInitialNFAState(), new RunMemory(), false);
  }

  /**
   * A run as it was when {@link PatternRun#save} was called, by this program or an equal one.
   *
   * @throws IllegalArgumentException if the bytes are not a saved run
   */
  public PatternRun restore(byte[] saved) {
    SavedRun read = SavedRun.fromBytes(saved);
    return new PatternRun(this, read.state(), read.memory(), read.progressed());
  }

  /** The length of the pattern's window in milliseconds; 0 where it has none. */
  long window() {
    return nfa.getWindowTime();
  }

  /** What came of {@code input}. */
  Outcome process(PatternRun run, PatternInput input, long timestamp) {
    return host.lend(
        run.memory(),
        accessor -> {
          var matches =
              nfa.process(accessor, run.state(), input, timestamp, skipStrategy, NoRuntime.CLOCK);
          int givenUp = giveUpSurplus(run, accessor);
          return new Outcome(!matches.isEmpty(), false, run.isOver(), givenUp);
        });
  }

  /** What became of the run by the mere passing of time up to {@code timestamp}. */
  Outcome advance(PatternRun run, long timestamp) {
    return host.lend(
        run.memory(),
        accessor -> {
          var ended = nfa.advanceTime(accessor, run.state(), timestamp, skipStrategy);
          return new Outcome(!ended.f0.isEmpty(), !ended.f1.isEmpty(), run.isOver(), 0);
        });
  }

  private int giveUpSurplus(PatternRun run, SharedBufferAccessor<PatternInput> accessor)
      throws Exception {
    List<ComputationState> begun = run.begun();
    List<ComputationState> surplus = begun.size() > 1 ? retention.surplus(begun) : List.of();
    if (!surplus.isEmpty()) {
      Set<ComputationState> givenUp = Collections.newSetFromMap(new IdentityHashMap<>());
      givenUp.addAll(surplus);
      PriorityQueue<ComputationState> kept =
          new PriorityQueue<>(NFAState.COMPUTATION_STATE_COMPARATOR);
      kept.addAll(run.state().getPartialMatches());
      kept.removeIf(givenUp::contains);
      run.state().setNewPartialMatches(kept);
      for (ComputationState partial : surplus) {
        accessor.releaseNode(partial.getPreviousBufferEntry(), partial.getVersion());
      }
    }
    return surplus.size();
  }
}
