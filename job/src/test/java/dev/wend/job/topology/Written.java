package dev.wend.job.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.event.ActionRecord;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
import dev.wend.issue.Source;
import dev.wend.job.config.Configuration;
import dev.wend.job.config.ConfigurationReader;
import dev.wend.job.config.ConfigurationResult;
import dev.wend.job.operator.RecordTypes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Records of each output, and what a job needs to write them. */
final class Written {
  static final TraceRecord TRACE =
      new TraceRecord(
          TraceKind.ERASED,
          Optional.empty(),
          "c1",
          1_000,
          Optional.of("m1"),
          TraceRecord.NO_DETAIL,
          0);
  static final StatusRecord STATUS =
      StatusRecord.of(StatusKind.RUNNING, "cart", OptionalLong.of(2), "cart.json");
  static final CustomerEvent LATE =
      new CustomerEvent(
          "m1", "c1", EventKind.PAGE_VISITED, "", 1_000, Json.object(), Channel.ONLINE, 7);
  static final DeadLetter DEAD_LETTER =
      DeadLetter.of("events/0", 3, DeadLetterReason.INVALID_JSON, "no", "x".getBytes(UTF_8));

  private Written() {}

  static ActionRecord action(String id, String type, Channel channel) {
    return new ActionRecord(
        id,
        "cart",
        1,
        "i1",
        "c1",
        "node",
        type,
        channel,
        1_000,
        Json.object().put("template", "zażółć"),
        Optional.empty(),
        0);
  }

  static ActionRecord action(long number) {
    return action("action-" + number, "send-email", Channel.ONLINE);
  }

  /** One record of each output but these actions. */
  static LiveOutputs outputs(
      StreamExecutionEnvironment environment, DataStream<ActionRecord> actions) {
    return new LiveOutputs(
        actions,
        of(environment, RecordTypes.TRACE, TRACE),
        of(environment, RecordTypes.STATUS, STATUS),
        of(environment, RecordTypes.EVENT, LATE),
        of(environment, RecordTypes.DEAD_LETTER, DEAD_LETTER));
  }

  static <T> DataStream<T> of(
      StreamExecutionEnvironment environment, TypeInformation<T> type, T written) {
    return environment.fromData(List.of(written), type);
  }

  static DataStream<ActionRecord> actions(
      StreamExecutionEnvironment environment, ActionRecord... actions) {
    return environment.fromData(List.of(actions), RecordTypes.ACTION);
  }

  /** A job that takes a checkpoint every 100 ms and is restarted at once. */
  static StreamExecutionEnvironment environment() {
    org.apache.flink.configuration.Configuration settings =
        new org.apache.flink.configuration.Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    environment.setParallelism(1);
    return environment;
  }

  /** A configuration with these sinks, one a line. */
  static Configuration configuration(String brokers, String delivery, String... sinks) {
    String text =
        """
        source:
          kafka: { bootstrapServers: "%s", topics: events, groupId: shop }
        delivery: %s
        sinks:
        """
            .formatted(brokers, delivery);
    return read(text + "  - " + String.join("\n  - ", sinks) + "\n");
  }

  static Configuration read(String text) {
    ConfigurationResult result =
        ConfigurationReader.read(new Source("wend.yaml", text), Map.of(), List.of());
    return result
        .configuration()
        .orElseThrow(() -> new IllegalArgumentException(result.issues().toString()));
  }
}
