package dev.wend.benchmark.measure;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.workload.Clickstream;
import dev.wend.benchmark.workload.Workload;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One contestant on one workload, in this process. */
public final class Run {
  private static final long LONGEST_SECONDS = 800;
  private static final int ENOUGH_LAPS = 10_000;

  private Run() {}

  /**
   * Runs it once.
   *
   * @param warmUp of the workload's events are not timed; none, or at least 20,000, since readers tell after each 10,000 how far
   *     they are
   * @param rehearsal for how long a job like it, for which no journey waits, goes through the same events before, so that what is slow is compiled as well
   *     as what is fast when the clock starts
   */
  public static Outcome of(
      Contestants contestant, Workload workload, long warmUp, Duration rehearsal) throws Exception {
    rehearse(contestant, workload, rehearsal);
    Stopwatch stopwatch = Stopwatch.fresh();
    CompletableFuture<Usage> begun = begin(stopwatch, workload, warmUp);
    CompletableFuture<Usage> ended = stopwatch.pursue(Goal.all(Clickstream.end(workload)));
    try (TemporaryDirectory directory = TemporaryDirectory.forThisRun();
        Job job = Job.start(contestant, workload, settings(directory))) {
      Usage used = await(ended, job).since(begun.get());
      return new Outcome(
          contestant.name(),
          workload.total() - warmUp,
          used.nanos(),
          used.cpuNanos(),
          used.stolen(),
          used.allocated(),
          stopwatch.answers(),
          stopwatch.hash());
    }
  }

  private static void rehearse(Contestants contestant, Workload workload, Duration length)
      throws Exception {
    if (length.isZero()) {
      return;
    }
    Workload longer = workload.fromMemory().withWaiting(0).withLaps(ENOUGH_LAPS);
    Stopwatch stopwatch = Stopwatch.fresh();
    CompletableFuture<Usage> begun = stopwatch.warm(0);
    CompletableFuture<Usage> ended = stopwatch.pursue(Goal.all(Clickstream.end(longer)));
    try (TemporaryDirectory directory = TemporaryDirectory.forThisRun();
        Job job = Job.start(contestant, longer, settings(directory))) {
      begun.get();
      for (long second = 0; second < length.toSeconds() && !ended.isDone(); second++) {
        Thread.sleep(1_000);
        job.check();
      }
    }
    System.gc();
  }

  private static Job.Settings settings(TemporaryDirectory directory) {
    return new Job.Settings(directory.path(), Optional.of(Job.CHECKPOINTS), Optional.empty());
  }

  /** A reader of a topic is not ours: there, the clock starts when the watermark behind the warm-up has come through. */
  private static CompletableFuture<Usage> begin(
      Stopwatch stopwatch, Workload workload, long warmUp) {
    return workload.form() == Workload.Form.KAFKA
        ? stopwatch.pursue(Goal.of(0, Clickstream.time(workload, warmUp)))
        : stopwatch.warm(warmUp / Job.TASKS);
  }

  /** Waits for readers to reach a goal, and fails where the job does. */
  static Usage await(CompletableFuture<Usage> reached, Job job) throws Exception {
    for (long second = 0; second < LONGEST_SECONDS; second++) {
      try {
        return reached.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException notYet) {
        job.check();
      }
    }
    throw new TimeoutException("not finished in " + LONGEST_SECONDS + " seconds");
  }
}
