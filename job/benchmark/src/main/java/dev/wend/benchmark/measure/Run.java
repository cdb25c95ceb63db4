package dev.wend.benchmark.measure;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.workload.Clickstream;
import dev.wend.benchmark.workload.Workload;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One contestant on one workload, in this process. */
public final class Run {
  private static final Duration CHECKPOINTS = Duration.ofSeconds(10);
  private static final long LONGEST_SECONDS = 800;

  private Run() {}

  /**
   * Runs it once.
   *
   * @param warmUp of the workload's events are not timed
   */
  public static Outcome of(Contestants contestant, Workload workload, long warmUp)
      throws Exception {
    Stopwatch stopwatch = Stopwatch.INSTANCE;
    CompletableFuture<Usage> begun = begin(workload, warmUp);
    CompletableFuture<Usage> ended = stopwatch.pursue(Goal.all(Clickstream.end(workload)));
    Job.Settings settings =
        new Job.Settings(
            Files.createTempDirectory("wend-benchmark"),
            Optional.of(CHECKPOINTS),
            Optional.empty());
    try (Job job = Job.start(contestant, workload, settings)) {
      Usage used = await(ended, job).since(begun.get());
      return new Outcome(
          contestant.name(),
          workload.total() - warmUp,
          used.nanos(),
          used.cpuNanos(),
          used.allocated(),
          stopwatch.answers(),
          stopwatch.hash());
    }
  }

  /** A reader of a topic is not ours: there, the clock starts when the watermark behind the warm-up has come through. */
  private static CompletableFuture<Usage> begin(Workload workload, long warmUp) {
    return workload.form() == Workload.Form.KAFKA
        ? Stopwatch.INSTANCE.pursue(Goal.of(0, Clickstream.time(workload, warmUp)))
        : Stopwatch.INSTANCE.warm(warmUp / Job.TASKS);
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
