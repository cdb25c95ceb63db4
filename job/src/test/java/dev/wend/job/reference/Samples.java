package dev.wend.job.reference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tries the samples of many seeds on all processors; each depends on its seed alone. */
final class Samples {
  private static final int BLOCK = 50;

  private Samples() {}

  /** Where what is tried differs from the reference; empty where it does not. */
  @FunctionalInterface
  interface Trial {
    String difference(Sample sample) throws Exception;
  }

  /** What differed with the smallest seed of those with which something did. */
  record Failure(long seed, String difference) {}

  /** What was tried. */
  record Tried(Coverage coverage, Optional<Failure> failure) {}

  /** Tries {@code count} seeds, but not many behind the first that fails. */
  static Tried trying(long first, int count, Trial trial) throws Exception {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Deque<Future<Tried>> blocks = new ArrayDeque<>();
      for (long begin = first; begin < first + count; begin += BLOCK) {
        long from = begin;
        long to = Math.min(begin + BLOCK, first + count);
        blocks.add(workers.submit(() -> block(from, to, trial)));
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
      if (tried.failure().isPresent()) {
        return new Tried(coverage, tried.failure());
      }
    }
    return new Tried(coverage, Optional.empty());
  }

  private static Tried block(long from, long to, Trial trial) {
    Coverage coverage = new Coverage();
    for (long seed = from; seed < to; seed++) {
      String difference = difference(seed, trial, coverage);
      if (!difference.isEmpty()) {
        return new Tried(coverage, Optional.of(new Failure(seed, difference)));
      }
    }
    return new Tried(coverage, Optional.empty());
  }

  private static String difference(long seed, Trial trial, Coverage coverage) {
    try {
      Sample sample = Sample.of(seed);
      coverage.add(sample);
      return trial.difference(sample);
    } catch (Exception | Error bug) {
      throw new IllegalStateException("seed " + seed, bug);
    }
  }
}
