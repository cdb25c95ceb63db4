package dev.wend.benchmark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Takes the time of the one job that this process runs: from when its first reader has handed on what warms it up until all
 * tasks have seen the watermark that ends it.
 */
public final class Stopwatch {
  /** Of this process. */
  public static final Stopwatch INSTANCE = new Stopwatch();

  private final AtomicInteger readyReaders = new AtomicInteger();
  private final CountDownLatch allReady = new CountDownLatch(1);
  private final LongAdder answers = new LongAdder();
  private final LongAdder hashes = new LongAdder();
  private final List<Integer> finished = new ArrayList<>();
  private CountDownLatch done = new CountDownLatch(1);
  private long warmUp;
  private volatile Usage begun;
  private volatile Usage used;

  private Stopwatch() {}

  /** Expects a run in which a reader's first {@code warmUpRecords} are not counted. */
  void expect(long warmUpRecords) {
    warmUp = warmUpRecords;
    done = new CountDownLatch(1);
  }

  /** A reader waits until the others are ready. */
  void ready(int readers) {
    if (readyReaders.incrementAndGet() == readers) {
      if (warmUp == 0) {
        begun = Usage.now();
      }
      allReady.countDown();
    }
    try {
      allReady.await();
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
    }
  }

  /** A reader has handed on so many. */
  void read(int reader, long records) {
    if (reader == 0 && begun == null && records >= warmUp) {
      begun = Usage.now();
    }
  }

  /** A task has taken an answer. */
  void answer(long hash) {
    answers.increment();
    hashes.add(hash);
  }

  /** A task has seen the watermark that ends all. */
  synchronized void finish(int task, int tasks) {
    finished.add(task);
    if (finished.size() == tasks) {
      used = Usage.now().since(begun);
      done.countDown();
    }
  }

  /** Waits until all tasks have finished; whether they have. */
  boolean await(long seconds) throws InterruptedException {
    return done.await(seconds, TimeUnit.SECONDS);
  }

  Usage used() {
    return used;
  }

  long answers() {
    return answers.sum();
  }

  long hash() {
    return hashes.sum();
  }
}
