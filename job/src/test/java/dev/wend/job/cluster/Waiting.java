package dev.wend.job.cluster;

import java.time.Duration;
import java.util.Optional;

/** Waiting for what another process does, with an end to patience. */
final class Waiting {
  private static final Duration STEP = Duration.ofMillis(200);

  private Waiting() {}

  /** Whether something came about, looked at again and again; what it throws is not caught. */
  interface Condition {
    boolean holds() throws Exception;
  }

  /** Something that is there at some time. */
  interface Attempt<T> {
    Optional<T> result() throws Exception;
  }

  static void until(String what, Duration patience, Condition condition) throws Exception {
    value(what, patience, () -> condition.holds() ? Optional.of(true) : Optional.empty());
  }

  static <T> T value(String what, Duration patience, Attempt<T> attempt) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<T> result = attempt.result();
      if (result.isPresent()) {
        return result.get();
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("waited " + patience + " in vain: " + what);
      }
      Thread.sleep(STEP.toMillis());
    }
  }
}
