package dev.wend.benchmark.measure;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.workload.Clickstream;
import dev.wend.benchmark.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One contestant on one workload, in this process. */
public final class Run {
  private static final int READERS = 2;
  private static final Duration CHECKPOINTS = Duration.ofSeconds(10);
  private static final long LONGEST_SECONDS = 900;

  private Run() {}

  /**
   * Runs it once.
   *
   * @param warmUp of the workload's events are not timed
   */
  public static Outcome of(Contestants contestant, Workload workload, long warmUp)
      throws Exception {
    Path directory = Files.createTempDirectory("wend-benchmark");
    Stopwatch.INSTANCE.expect(warmUp / READERS);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(READERS, settings(contestant, directory));
    contestant
        .contestant()
        .lay(environment, workload)
        .transform(
            "finish",
            org.apache.flink.api.common.typeinfo.TypeInformation.of(Answer.class),
            new Finish(Clickstream.end(workload)));
    JobClient job = environment.executeAsync(contestant.title());
    boolean finished = Stopwatch.INSTANCE.await(LONGEST_SECONDS);
    job.cancel().get();
    if (!finished) {
      throw new IOException(contestant + " has not finished in " + LONGEST_SECONDS + " seconds");
    }
    Usage used = Stopwatch.INSTANCE.used();
    return new Outcome(
        contestant.name(),
        workload.events() - warmUp,
        used.nanos(),
        used.cpuNanos(),
        used.allocated(),
        Stopwatch.INSTANCE.answers(),
        Stopwatch.INSTANCE.hash());
  }

  private static Configuration settings(Contestants contestant, Path directory) {
    Configuration settings = new Configuration();
    settings.set(TaskManagerOptions.NUM_TASK_SLOTS, READERS);
    settings.set(StateBackendOptions.STATE_BACKEND, contestant.stateBackend());
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS);
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        directory.resolve("checkpoints").toUri().toString());
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(256));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(256));
    settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(5));
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    settings.set(RestOptions.BIND_PORT, "0");
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    return settings;
  }
}
