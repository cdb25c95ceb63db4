package dev.wend.job.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.junit.jupiter.api.Test;

/** {@code conf/flink/config.yaml} as Flink itself reads it. */
class FlinkConfigurationTest {
  private static final String REPORTER = "metrics.reporter.prom.";
  private static final Set<String> OF_THE_REPORTER =
      Set.of("factory.class", "port", "filterLabelValueCharacters");

  /** The default of {@code transactionTimeout} in {@code conf/wend.yaml}. */
  private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(14);

  private static final List<String> OPTIONS =
      List.of(
          "org.apache.flink.configuration.CheckpointingOptions",
          "org.apache.flink.configuration.CoreOptions",
          "org.apache.flink.configuration.HeartbeatManagerOptions",
          "org.apache.flink.configuration.JobManagerOptions",
          "org.apache.flink.configuration.MetricOptions",
          "org.apache.flink.configuration.PipelineOptions",
          "org.apache.flink.configuration.RestartStrategyOptions",
          "org.apache.flink.configuration.RestOptions",
          "org.apache.flink.configuration.StateBackendOptions",
          "org.apache.flink.configuration.StateRecoveryOptions",
          "org.apache.flink.configuration.TaskManagerOptions",
          "org.apache.flink.state.rocksdb.RocksDBConfigurableOptions",
          "org.apache.flink.state.rocksdb.RocksDBNativeMetricOptions",
          "org.apache.flink.state.rocksdb.RocksDBOptions");

  private final Configuration configuration =
      GlobalConfiguration.loadConfiguration("../conf/flink");

  @Test
  void everyKeyIsOneOfFlinkAndItsValueCanBeRead() throws ReflectiveOperationException {
    Map<String, ConfigOption<?>> known = options();
    for (String key : configuration.keySet()) {
      if (key.startsWith(REPORTER)) {
        assertThat(OF_THE_REPORTER).contains(key.substring(REPORTER.length()));
      } else {
        assertThat(known).containsKey(key);
        assertThatCode(() -> configuration.get(known.get(key))).as(key).doesNotThrowAnyException();
      }
    }
    assertThat(configuration.keySet()).hasSizeGreaterThan(30);
  }

  private static Map<String, ConfigOption<?>> options() throws ReflectiveOperationException {
    Map<String, ConfigOption<?>> options = new TreeMap<>();
    for (String name : OPTIONS) {
      for (Field field : Class.forName(name).getFields()) {
        if (Modifier.isStatic(field.getModifiers())
            && field.get(null) instanceof ConfigOption<?> option) {
          options.put(option.key(), option);
        }
      }
    }
    return options;
  }

  @Test
  void nothingTakesLongerThanATransactionIsKeptOpen() {
    assertThat(configuration.get(CheckpointingOptions.CHECKPOINTING_TIMEOUT))
        .isLessThan(TRANSACTION_TIMEOUT.dividedBy(2));
    assertThat(
            configuration.get(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF))
        .isLessThan(TRANSACTION_TIMEOUT.dividedBy(2));
  }
}
