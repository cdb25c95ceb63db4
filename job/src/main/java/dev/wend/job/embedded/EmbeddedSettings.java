package dev.wend.job.embedded;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/**
 * What Flink is told where no configuration of a cluster says so: state in RocksDB, and so that looking a customer up among
 * millions stays cheap. {@code conf/flink/config.yaml} has the same for clusters, with the reasons.
 */
public final class EmbeddedSettings {
  private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(256);

  /** A machine that sleeps, or a debugger that holds the process, is not the death of a task manager. */
  private static final Duration HEARTBEAT_TIMEOUT = Duration.ofMinutes(5);

  private static final Map<String, String> ROCKSDB =
      Map.of(
          "state.backend.rocksdb.memory.partitioned-index-filters", "true",
          "state.backend.rocksdb.use-bloom-filter", "true");

  private EmbeddedSettings() {}

  /**
   * Puts them into {@code settings}.
   *
   * @param tasks of each operator, all of which run at the same time
   */
  public static void put(Configuration settings, int tasks) {
    settings.set(CoreOptions.DEFAULT_PARALLELISM, tasks);
    settings.set(TaskManagerOptions.NUM_TASK_SLOTS, tasks);
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
    settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, HEARTBEAT_TIMEOUT);
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    settings.addAll(Configuration.fromMap(ROCKSDB));
  }
}
