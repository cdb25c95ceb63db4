package dev.wend.job.nfa;

import dev.wend.compile.PatternInput;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBuffer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;
import org.apache.flink.cep.pattern.Pattern;

/** The one shared buffer of an operator, lent to whichever run is driven; used by one thread. */
public final class NfaHost {
  private final RunMemoryStore store = new RunMemoryStore();
  private final SharedBuffer<PatternInput> buffer =
      new SharedBuffer<>(store.asKeyedStateStore(), PatternInputSerializer.INSTANCE);

  /** A host that leaves no thread behind: the buffer's statistics timer is stopped at once. */
  public NfaHost() {
    buffer.releaseCacheStatisticsTimer();
  }

  /**
   * Compiles {@code pattern} with timeout handling.
   *
   * @param retention which partial matches its runs give up
   * @throws org.apache.flink.cep.pattern.MalformedPatternException if Flink CEP refuses it
   */
  public PatternProgram compile(Pattern<PatternInput, ?> pattern, Retention retention) {
    return new PatternProgram(this, pattern, retention);
  }

  /** Compiles {@code pattern} to a program whose runs keep all that Flink CEP keeps. */
  public PatternProgram compile(Pattern<PatternInput, ?> pattern) {
    return compile(pattern, Retention.ALL);
  }

  /** Lends the buffer, filled with what is kept of one run, for the time of {@code use}. */
  <R> R lend(RunMemory memory, Use<R> use) {
    store.use(memory);
    SharedBufferAccessor<PatternInput> accessor = buffer.getAccessor();
    try {
      try {
        return use.of(accessor);
      } finally {
        accessor.close();
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Flink CEP could not drive a run", e);
    }
  }

  /** Something that is done with the buffer while it is lent. */
  @FunctionalInterface
  interface Use<R> {
    R of(SharedBufferAccessor<PatternInput> accessor) throws Exception;
  }
}
