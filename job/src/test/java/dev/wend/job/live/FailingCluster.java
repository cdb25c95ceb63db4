package dev.wend.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** A cluster that loses its task managers, one slot each, and gets others. State is in RocksDB. */
final class FailingCluster implements AutoCloseable {
  private final MiniCluster cluster;
  private int lost;

  private FailingCluster(MiniCluster cluster) {
    this.cluster = cluster;
  }

  static FailingCluster start(int taskManagers, Path checkpoints) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 10);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(200));
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(taskManagers)
                .setNumSlotsPerTaskManager(1)
                .withRandomPorts()
                .build());
    cluster.start();
    return new FailingCluster(cluster);
  }

  MiniCluster cluster() {
    return cluster;
  }

  void addTaskManager() throws Exception {
    cluster.startTaskManager();
  }

  /** Replaces the oldest one, on which a task of the job must run, and waits until all tasks run again. */
  void loseTaskManager(JobID job) throws Exception {
    int attempt = attempt(job);
    cluster.terminateTaskManager(lost).get(LiveRun.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    lost++;
    cluster.startTaskManager();
    LiveRun.await(() -> attempt(job) > attempt, "the job does not fail");
    LiveRun.await(() -> isRunning(job), "the job does not come back");
  }

  /** How often the tasks of a job were started anew, at least. */
  int attempt(JobID job) throws Exception {
    int least = Integer.MAX_VALUE;
    for (AccessExecutionVertex vertex :
        cluster.getExecutionGraph(job).get().getAllExecutionVertices()) {
      least = Math.min(least, vertex.getCurrentExecutionAttempt().getAttemptNumber());
    }
    return least;
  }

  private boolean isRunning(JobID job) throws Exception {
    for (AccessExecutionVertex vertex :
        cluster.getExecutionGraph(job).get().getAllExecutionVertices()) {
      if (vertex.getExecutionState() != ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }

  /** The job failed as often as it was made to. */
  void assertRestarted(JobID job) throws Exception {
    assertThat(attempt(job)).isGreaterThanOrEqualTo(lost);
  }

  @Override
  public void close() throws Exception {
    cluster.close();
  }
}
