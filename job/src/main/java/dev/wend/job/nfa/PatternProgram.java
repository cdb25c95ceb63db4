package dev.wend.job.nfa;

import dev.wend.compile.PatternInput;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.configuration.Configuration;

/** A compiled pattern, from which any number of runs are started; used by one thread. */
public final class PatternProgram {
  private final NfaHost host;
  private final NFA<PatternInput> nfa;
  private final AfterMatchSkipStrategy skipStrategy;

  PatternProgram(NfaHost host, Pattern<PatternInput, ?> pattern) {
    this.host = host;
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
    if (process(run, PatternInput.ENTRY, entered)) {
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

  /** Whether a match was completed by {@code input}. */
  boolean process(PatternRun run, PatternInput input, long timestamp) {
    return host.lend(
        run.memory(),
        accessor ->
            !nfa.process(accessor, run.state(), input, timestamp, skipStrategy, NoRuntime.CLOCK)
                .isEmpty());
  }

  /** What became of the run by the mere passing of time up to {@code timestamp}. */
  Outcome advance(PatternRun run, long timestamp) {
    return host.lend(
        run.memory(),
        accessor -> {
          var ended = nfa.advanceTime(accessor, run.state(), timestamp, skipStrategy);
          return new Outcome(!ended.f0.isEmpty(), !ended.f1.isEmpty(), run.isOver());
        });
  }
}
