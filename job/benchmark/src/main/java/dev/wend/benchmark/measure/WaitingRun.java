package dev.wend.benchmark.measure;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.measure.WaitingOutcome.Drained;
import dev.wend.benchmark.measure.WaitingOutcome.Filled;
import dev.wend.benchmark.workload.Clickstream;
import dev.wend.benchmark.workload.Scenarios;
import dev.wend.benchmark.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;

/**
 * Many journeys wait; what they take is looked at, the job is restored with them, and then all are due at one moment, at which
 * a checkpoint begins. The ceiling has values in their place, and nothing that is due.
 */
public final class WaitingRun {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** Behind the dedup horizon of the carts, long before they are given up. */
  private static final long QUIET = Clickstream.START + 3 * HOUR;

  private final Contestants contestant;
  private final Workload workload;
  private final Path directory;

  private WaitingRun(Contestants contestant, Workload workload, Path directory) {
    this.contestant = contestant;
    this.workload = workload;
    this.directory = directory;
  }

  private record Kept(Filled filled, String checkpoint) {}

  /** Runs it once, with as many journeys as the workload has waiting. */
  public static WaitingOutcome of(Contestants contestant, Workload workload) throws Exception {
    Stopwatch.fresh();
    try (TemporaryDirectory directory = TemporaryDirectory.forThisRun()) {
      WaitingRun run = new WaitingRun(contestant, workload, directory.path());
      Kept kept = run.fill();
      Drained drained = run.drain(kept.checkpoint());
      return new WaitingOutcome(contestant.name(), workload.waiting(), kept.filled(), drained);
    }
  }

  private Kept fill() throws Exception {
    Job.Settings fresh = new Job.Settings(directory, Optional.empty(), Optional.empty());
    CompletableFuture<Usage> ready = pursue(Goal.of(0, Clickstream.begin(workload) - 1));
    try (Job job = Job.start(contestant, workload, fresh)) {
      Run.await(ready, job);
      CompletedCheckpointStats empty = job.checkpoint();
      Usage begun = Usage.now();
      Usage used = Run.await(pursue(Goal.all(Clickstream.START + 1)), job).since(begun);
      Run.await(pursue(Goal.all(QUIET)), job);
      CompletedCheckpointStats full = job.checkpoint();
      Memory memory = Memory.now();
      Filled filled =
          new Filled(
              used.nanos(),
              used.cpuNanos(),
              empty.getStateSize(),
              full.getStateSize(),
              full.getEndToEndDuration(),
              memory.heap(),
              memory.process());
      return new Kept(filled, full.getExternalPath());
    }
  }

  private Drained drain(String checkpoint) throws Exception {
    Job.Settings restored =
        new Job.Settings(directory, Optional.of(Job.CHECKPOINTS), Optional.of(checkpoint));
    CompletableFuture<Usage> ready = pursue(Goal.of(0, QUIET + 1));
    try (Job job = Job.start(contestant, workload, restored)) {
      Usage begun = Run.await(ready, job);
      long restore = begun.nanos() - job.submitted();
      long checkpoints = job.completedCheckpoints();
      Usage from = Usage.now();
      CompletableFuture<Usage> ended = pursue(Goal.of(0, due()));
      job.checkpoint();
      Usage wave = Run.await(ended, job).since(from);
      return new Drained(
          restore,
          wave.nanos(),
          wave.cpuNanos(),
          job.completedCheckpoints() - checkpoints,
          Stopwatch.current().answers());
    }
  }

  /** When all have been given up, epoch milliseconds. */
  private long due() {
    return Clickstream.START + Scenarios.window(workload).toMillis() + HOUR;
  }

  private static CompletableFuture<Usage> pursue(Goal goal) {
    return Stopwatch.current().pursue(goal);
  }
}
