package dev.wend.benchmark.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Drives the readers of the one job that this process runs, and tells what was used when its last operators have come to a
 * watermark.
 */
public final class Stopwatch {
  private static volatile Stopwatch current = new Stopwatch();

  private final AtomicInteger readyReaders = new AtomicInteger();
  private final CountDownLatch allReady = new CountDownLatch(1);
  private final LongAdder answers = new LongAdder();
  private final LongAdder hashes = new LongAdder();
  private final Map<Integer, Long> marks = new ConcurrentHashMap<>();
  private final TreeMap<Long, CompletableFuture<Usage>> awaited = new TreeMap<>();
  private final CompletableFuture<Usage> warm = new CompletableFuture<>();
  private volatile Goal goal = Goal.of(0, Long.MIN_VALUE);
  private volatile long warmUp = Long.MAX_VALUE;

  private Stopwatch() {}

  /** That of the one job that this process runs at a time. */
  static Stopwatch current() {
    return current;
  }

  /** Another one, for the next job. */
  static Stopwatch fresh() {
    current = new Stopwatch();
    return current;
  }

  /** Completes when the first reader has handed on so many records. */
  CompletableFuture<Usage> warm(long records) {
    warmUp = records;
    return warm;
  }

  /** Sets the readers another goal; completes when all tasks have come to its watermark. */
  CompletableFuture<Usage> pursue(Goal next) {
    CompletableFuture<Usage> reached = new CompletableFuture<>();
    synchronized (awaited) {
      awaited.put(next.mark(), reached);
    }
    Goal before = goal;
    goal = next;
    before.passed().complete(null);
    return reached;
  }

  Goal goal() {
    return goal;
  }

  /** A reader waits until the others are ready. */
  void ready(int readers) {
    if (readyReaders.incrementAndGet() >= readers) {
      allReady.countDown();
    }
    try {
      allReady.await();
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
    }
    if (warmUp == 0) {
      warm.complete(Usage.now());
    }
  }

  /** A reader has handed on so many. */
  void read(int reader, long records) {
    if (reader == 0 && records >= warmUp && !warm.isDone()) {
      warm.complete(Usage.now());
    }
  }

  /** A task has taken an answer. */
  void answer(long hash) {
    answers.increment();
    hashes.add(hash);
  }

  /** A task has come to a watermark. */
  void mark(int task, int tasks, long timestamp) {
    synchronized (awaited) {
      marks.put(task, timestamp);
      long all =
          marks.size() < tasks
              ? Long.MIN_VALUE
              : marks.values().stream().mapToLong(Long::longValue).min().orElseThrow();
      while (!awaited.isEmpty() && awaited.firstKey() <= all) {
        awaited.pollFirstEntry().getValue().complete(Usage.now());
      }
    }
  }

  long answers() {
    return answers.sum();
  }

  long hash() {
    return hashes.sum();
  }
}
