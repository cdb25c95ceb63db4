package dev.wend.job.reference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Tries the samples of many seeds on all processors; each depends on its seed alone. */
final class Samples {
  private static final int BLOCK = 50;

  private Samples() {}

  /**
   * What was tried.
   *
   * @param failed the smallest seed whose sample failed
   */
  record Tried(Coverage coverage, Optional<Long> failed) {}

  /** Tries {@code count} seeds, but not many behind the first that fails. */
  static Tried trying(long first, int count, Predicate<Sample> agrees) throws Exception {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Deque<Future<Tried>> blocks = new ArrayDeque<>();
      for (long begin = first; begin < first + count; begin += BLOCK) {
        long from = begin;
        long to = Math.min(begin + BLOCK, first + count);
        blocks.add(workers.submit(() -> block(from, to, agrees)));
      }
      return inOrder(blocks);
    } finally {
      workers.shutdownNow();
    }
  }

  private static Tried inOrder(Deque<Future<Tried>> blocks)
      throws InterruptedException, ExecutionException {
    Coverage coverage = new Coverage();
    while (!blocks.isEmpty()) {
      Tried tried = blocks.removeFirst().get();
      coverage.add(tried.coverage());
      if (tried.failed().isPresent()) {
        return new Tried(coverage, tried.failed());
      }
    }
    return new Tried(coverage, Optional.empty());
  }

  private static Tried block(long from, long to, Predicate<Sample> agrees) {
    Coverage coverage = new Coverage();
    for (long seed = from; seed < to; seed++) {
      if (!agrees(seed, agrees, coverage)) {
        return new Tried(coverage, Optional.of(seed));
      }
    }
    return new Tried(coverage, Optional.empty());
  }

  private static boolean agrees(long seed, Predicate<Sample> agrees, Coverage coverage) {
    try {
      Sample sample = Sample.of(seed);
      coverage.add(sample);
      return agrees.test(sample);
    } catch (RuntimeException bug) {
      throw new IllegalStateException("seed " + seed, bug);
    }
  }
}
