package dev.wend.job.replay;

import dev.wend.job.embedded.EmbeddedSettings;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;

/** How Flink is to run a replay. */
public final class ReplayConfiguration {
  /** Machines of a cluster may be lost; a file that cannot be read is still so after many attempts. */
  private static final int RESTARTS = 10;

  private ReplayConfiguration() {}

  /**
   * On the cluster to which this program was submitted, whose own configuration says the rest.
   *
   * @param mode BATCH: one customer after the other, state in memory for the one at hand. STREAMING: all at once.
   * @param parallelism of all operators; empty for that of the submission
   */
  public static Configuration submitted(RuntimeExecutionMode mode, Optional<Integer> parallelism) {
    Configuration configuration = new Configuration();
    configuration.set(ExecutionOptions.RUNTIME_MODE, mode);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(2));
    parallelism.ifPresent(tasks -> configuration.set(CoreOptions.DEFAULT_PARALLELISM, tasks));
    return configuration;
  }

  /** On a Flink in this process; STREAMING with state in RocksDB. */
  public static Configuration embedded(RuntimeExecutionMode mode, int parallelism) {
    Configuration configuration = submitted(mode, Optional.of(parallelism));
    EmbeddedSettings.put(configuration, parallelism);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1));
    return configuration;
  }
}
