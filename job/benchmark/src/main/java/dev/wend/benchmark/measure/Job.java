package dev.wend.benchmark.measure;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.workload.Workload;
import dev.wend.job.embedded.EmbeddedSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A contestant at work on a Flink cluster in this process. */
final class Job implements AutoCloseable {
  /** How many readers and tasks of each kind there are. */
  static final int TASKS = 2;

  /** How often a live job has a checkpoint. */
  static final Duration CHECKPOINTS = Duration.ofSeconds(10);

  private final MiniCluster cluster;
  private final JobID id;

  private final long submitted;

  private Job(MiniCluster cluster, JobID id, long submitted) {
    this.cluster = cluster;
    this.id = id;
    this.submitted = submitted;
  }

  /**
   * What differs between runs.
   *
   * @param directory of the checkpoints
   * @param checkpoints how often there is one; empty where only those that are asked for
   * @param restored the checkpoint that it begins from
   */
  record Settings(Path directory, Optional<Duration> checkpoints, Optional<String> restored) {}

  /** Lays out what is run. */
  interface Layout {
    void lay(StreamExecutionEnvironment environment) throws Exception;
  }

  /** Starts it; its readers wait for their goal. */
  static Job start(Contestants contestant, Workload workload, Settings settings) throws Exception {
    return start(
        contestant.stateBackend(),
        environment ->
            contestant
                .contestant()
                .lay(environment, workload)
                .transform("finish", TypeInformation.of(Answer.class), new Finish()),
        settings);
  }

  /** Starts what {@code layout} lays out. */
  static Job start(String stateBackend, Layout layout, Settings settings) throws Exception {
    Configuration configuration = configuration(stateBackend, settings);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(TASKS)
                .build());
    cluster.start();
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    layout.lay(environment);
    long submitted = System.nanoTime();
    JobID id = cluster.submitJob(environment.getStreamGraph().getJobGraph()).get().getJobID();
    return new Job(cluster, id, submitted);
  }

  private static Configuration configuration(String stateBackend, Settings wanted) {
    Configuration settings = new Configuration();
    EmbeddedSettings.put(settings, TASKS);
    settings.set(StateBackendOptions.STATE_BACKEND, stateBackend);
    wanted
        .checkpoints()
        .ifPresent(interval -> settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval));
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, wanted.directory().toUri().toString());
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    wanted
        .restored()
        .ifPresent(checkpoint -> settings.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint));
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(256));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(256));
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    settings.set(RestOptions.BIND_PORT, "0");
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    return settings;
  }

  /** When it was submitted, in the time of {@link System#nanoTime}. */
  long submitted() {
    return submitted;
  }

  /** Asks for a checkpoint and waits for it. */
  CompletedCheckpointStats checkpoint() throws Exception {
    cluster.triggerCheckpoint(id).get();
    return cluster
        .getExecutionGraph(id)
        .get()
        .getCheckpointStatsSnapshot()
        .getHistory()
        .getLatestCompletedCheckpoint();
  }

  /** How many checkpoints were completed since it began. */
  long completedCheckpoints() throws Exception {
    return cluster
        .getExecutionGraph(id)
        .get()
        .getCheckpointStatsSnapshot()
        .getCounts()
        .getNumberOfCompletedCheckpoints();
  }

  /** Fails where the job has. */
  void check() throws Exception {
    JobStatus status = cluster.getJobStatus(id).get();
    if (status.isGloballyTerminalState()) {
      throw new ExecutionException(
          "the job has ended by itself: " + status,
          cluster.requestJobResult(id).get().getSerializedThrowable().orElse(null));
    }
  }

  @Override
  public void close() throws Exception {
    cluster.cancelJob(id).get();
    cluster.requestJobResult(id).get();
    cluster.close();
  }
}
