package dev.wend.job.topology;

import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;

/**
 * How state is kept where no configuration of a cluster says so: in RocksDB, and so that looking a customer up among millions
 * stays cheap. {@code conf/flink/config.yaml} has the same for clusters, with the reasons.
 */
public final class StateSettings {
  private static final Map<String, String> ROCKSDB =
      Map.of(
          "state.backend.rocksdb.memory.partitioned-index-filters", "true",
          "state.backend.rocksdb.use-bloom-filter", "true");

  private StateSettings() {}

  /** Puts them into {@code settings}. */
  public static void put(Configuration settings) {
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    settings.addAll(Configuration.fromMap(ROCKSDB));
  }
}
