package dev.wend.job.config;

import dev.wend.connectors.kafka.ClientProperties;
import dev.wend.connectors.kafka.StartFrom;
import dev.wend.connectors.kafka.Topics;
import dev.wend.parse.shape.Constraints;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.MapShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.TextShape;
import dev.wend.parse.shape.Values;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where events come from. */
final class SourceShape {
  static final Field<Map<String, String>> PROPERTIES =
      Field.required(
          "properties",
          new MapShape<>("properties as Kafka names them", TextShape.ANY),
          "of the client, as Kafka names them");
  private static final Field<List<String>> BOOTSTRAP_SERVERS =
      Field.required(
          "bootstrapServers",
          Several.notEmpty("brokers", Texts.BROKER),
          "the brokers, for example [broker-1:9092, broker-2:9092]");
  private static final Field<List<String>> TOPICS =
      Field.optional("topics", Several.notEmpty("topics", Texts.TOPIC), "the topics by name");
  private static final Field<String> TOPIC_PATTERN =
      Field.optional("topicPattern", Texts.EXPRESSION, "a regular expression for whole names");
  private static final Field<String> GROUP_ID =
      Field.required("groupId", Texts.SOME_TEXT, "the consumer group");
  private static final Field<StartFrom> START =
      Field.required("start", Texts.START, "from where a job that is not restored reads");

  private static final ObjectShape<KafkaInput> KAFKA =
      ObjectShape.of(
              "the topics of the events",
              List.of(BOOTSTRAP_SERVERS, TOPICS, TOPIC_PATTERN, GROUP_ID, START, PROPERTIES),
              SourceShape::kafka)
          .with(List.of(Constraints.exactlyOne(TOPICS, TOPIC_PATTERN)));

  private static final Field<KafkaInput> KAFKA_INPUT =
      Field.required("kafka", KAFKA, "the topics of the events");
  private static final Field<EventFormat> FORMAT =
      Field.required("format", Texts.FORMAT, "how records are read");
  private static final Field<Duration> OUT_OF_ORDERNESS =
      Field.required("outOfOrderness", Texts.DURATION_OR_ZERO, "how late an event may be");
  private static final Field<Duration> IDLE_AFTER =
      Field.required("idleAfter", Texts.DURATION, "when a partition counts as silent");

  static final ObjectShape<EventSource> SHAPE =
      ObjectShape.of(
          "where events come from",
          List.of(KAFKA_INPUT, FORMAT, OUT_OF_ORDERNESS, IDLE_AFTER),
          values ->
              new EventSource(
                  values.get(KAFKA_INPUT),
                  values.get(FORMAT),
                  values.get(OUT_OF_ORDERNESS),
                  values.get(IDLE_AFTER)));

  private SourceShape() {}

  private static KafkaInput kafka(Values values) {
    return new KafkaInput(
        values.get(BOOTSTRAP_SERVERS),
        values
            .find(TOPICS)
            .<Topics>map(Topics.Named::new)
            .orElseGet(() -> new Topics.Matching(values.get(TOPIC_PATTERN))),
        values.get(GROUP_ID),
        values.get(START),
        new ClientProperties(values.get(PROPERTIES)));
  }
}
