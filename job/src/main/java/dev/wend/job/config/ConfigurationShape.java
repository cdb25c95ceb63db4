package dev.wend.job.config;

import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Values;
import dev.wend.parse.shape.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The top level of a configuration. */
final class ConfigurationShape {
  private static final Field<List<Path>> FILES =
      Field.required(
          "files", Several.of("scenario documents", Texts.PATH), "documents or directories");
  private static final Field<Optional<String>> CONTROL_TOPIC =
      Field.required("controlTopic", Texts.TOPIC_OR_OFF, "by which scenarios are deployed, or off");
  private static final ObjectShape<ScenarioSources> SCENARIO_SOURCES =
      ObjectShape.checked(
          "where scenarios come from",
          List.of(FILES, CONTROL_TOPIC),
          ConfigurationShape::scenarioSources);

  private static final Field<Duration> INTERVAL =
      Field.required("interval", Texts.DURATION, "between two checkpoints");
  private static final ObjectShape<Duration> CHECKPOINTS =
      ObjectShape.of("checkpoints", List.of(INTERVAL), values -> values.get(INTERVAL));

  private static final Field<EventSource> SOURCE =
      Field.required("source", SourceShape.SHAPE, "where events come from");
  private static final Field<ClockMode> CLOCK =
      Field.required(
          "clock",
          Words.of("a clock", List.of(ClockMode.values()), ClockMode::id),
          "what moves the clock");
  private static final Field<Duration> FUTURE_TOLERANCE =
      Field.required(
          "futureTolerance", Texts.DURATION_OR_ZERO, "how far ahead of now a timestamp may be");
  private static final Field<Duration> DEDUP_HORIZON =
      Field.required("dedupHorizon", Texts.DURATION_OR_ZERO, "how long a message id stays taken");
  private static final Field<Optional<Duration>> PROFILE_RETENTION =
      Field.required(
          "profileRetention", Texts.DURATION_OR_OFF, "how long silent customers are kept, or off");
  private static final Field<ScenarioSources> SCENARIOS =
      Field.required("scenarios", SCENARIO_SOURCES, "where scenarios come from");
  private static final Field<List<SinkSettings>> SINK_LIST =
      Field.required(Paths.SINKS, ListShape.notEmpty("sinks", SinkShape.SHAPE), "where outputs go");
  private static final Field<Delivery> DELIVERY =
      Field.required(
          "delivery",
          Words.of("a delivery guarantee", List.of(Delivery.values()), Delivery::id),
          "how often a record arrives");
  private static final Field<Duration> CHECKPOINTING =
      Field.required("checkpointing", CHECKPOINTS, "when state is saved");
  private static final Field<Duration> TRANSACTION_TIMEOUT =
      Field.required(
          "transactionTimeout", Texts.DURATION, "how long brokers keep a transaction open");
  private static final Field<Optional<Integer>> PARALLELISM =
      Field.required(
          "parallelism", Texts.countOr("flink", Short.MAX_VALUE), "tasks side by side, or flink");

  static final ObjectShape<Configuration> SHAPE =
      ObjectShape.of(
              "a configuration",
              List.of(
                  SOURCE,
                  CLOCK,
                  FUTURE_TOLERANCE,
                  DEDUP_HORIZON,
                  PROFILE_RETENTION,
                  SCENARIOS,
                  SINK_LIST,
                  DELIVERY,
                  CHECKPOINTING,
                  TRANSACTION_TIMEOUT,
                  PARALLELISM),
              ConfigurationShape::made)
          .with(List.of(new DistinctSinks(), new OutlivingTransactions()));

  private ConfigurationShape() {}

  private static Optional<ScenarioSources> scenarioSources(Values values) {
    if (values.get(FILES).isEmpty() && values.get(CONTROL_TOPIC).isEmpty()) {
      return values
          .reading()
          .hole(
              IssueCode.KEYS_DO_NOT_AGREE,
              values.object().location(),
              "no scenario could ever run: name 'files', or a 'controlTopic'");
    }
    return Optional.of(new ScenarioSources(values.get(FILES), values.get(CONTROL_TOPIC)));
  }

  private static Configuration made(Values values) {
    return new Configuration(
        values.get(SOURCE),
        values.get(CLOCK),
        values.get(FUTURE_TOLERANCE),
        values.get(DEDUP_HORIZON),
        values.get(PROFILE_RETENTION),
        values.get(SCENARIOS),
        values.get(SINK_LIST),
        new Guarantees(
            values.get(DELIVERY), values.get(CHECKPOINTING), values.get(TRANSACTION_TIMEOUT)),
        values.get(PARALLELISM));
  }
}
