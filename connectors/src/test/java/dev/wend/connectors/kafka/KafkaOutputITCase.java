package dev.wend.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.output.OutputMessage;
import dev.wend.event.ActionRecord;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Records as consumers of a real broker find them. */
class KafkaOutputITCase {
  private static final String SECRET = "swordfish";
  private static final long TIME = 1_000;
  private static final int LARGE = 1_100_000;
  private static final ActionRecord ACTION =
      new ActionRecord(
          "a1",
          "cart",
          1,
          "i1",
          "zażółć",
          "mail",
          "send-email",
          Channel.OFFLINE,
          TIME,
          Json.object().put("template", "t"),
          Optional.empty(),
          0);
  private static final TraceRecord TRACE =
      new TraceRecord(
          TraceKind.ERASED,
          Optional.empty(),
          "c1",
          TIME,
          Optional.of("m1"),
          TraceRecord.NO_DETAIL,
          0);
  private static final List<StatusRecord> STATUS =
      List.of(
          StatusRecord.of(StatusKind.RUNNING, "cart", OptionalLong.of(2), "cart.json").at(TIME),
          StatusRecord.progress(TIME),
          new StatusRecord(
              StatusKind.REFUSED,
              Optional.empty(),
              OptionalLong.empty(),
              Optional.of("wend-control/0@17"),
              Optional.of("no document"),
              List.of(),
              OptionalLong.empty()),
          StatusRecord.of(StatusKind.ACCEPTED, "cart", OptionalLong.of(3), "wend-control/0@18"),
          StatusRecord.of(StatusKind.REFUSED, "cart", OptionalLong.of(1), "wend-control/0@19"));
  private static final CustomerEvent LATE =
      new CustomerEvent(
          "m1", "c1", EventKind.PAGE_VISITED, "", TIME, Json.object(), Channel.ONLINE, 7);
  private static final DeadLetter UNREADABLE =
      DeadLetter.of("events/0", 3, DeadLetterReason.INVALID_JSON, "no", "x".getBytes(UTF_8));
  private static final DeadLetter FAILED =
      DeadLetter.of("customer c1", 0, DeadLetterReason.ENGINE_FAILURE, "no", new byte[0]);

  @RegisterExtension static final MiniClusterExtension CLUSTER = new MiniClusterExtension();

  @TempDir private static Path directory;
  private static Broker broker;
  private static KafkaOutput output;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = Broker.start(directory);
    Map<String, String> client = broker.client();
    client.put("sasl.jaas.config", SECRET);
    client.put("ssl.truststore.password", SECRET);
    client.put("wend.test.password", SECRET);
    output = new KafkaOutput(ClientProperties.of(client), new Delivery.ExactlyOnce("output"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void actionsAreKeyedByCustomer() throws Exception {
    broker.createTopic("mails", 1);
    TopicChoice<ActionRecord> byChannel =
        action -> action.channel() == Channel.OFFLINE ? "mails" : "others";

    write(output.actions(byChannel), ActionRecord.class, each -> ACTION);

    ConsumerRecord<byte[], byte[]> message = only("mails");
    assertThat(new String(message.key(), UTF_8)).isEqualTo("zażółć");
    assertThat(message.value()).isEqualTo(Json.bytes(ACTION.toJson()));
    assertThat(headers(message))
        .isEqualTo(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", "a1",
                "ce_source", "/wend",
                "ce_type", "dev.wend.action.send-email",
                "ce_time", "1970-01-01T00:00:01Z",
                "content-type", "application/json"));
  }

  @Test
  void theTimestampOfAMessageIsThatOfItsWriting() throws Exception {
    broker.createTopic("times", 1);
    long before = System.currentTimeMillis();

    write(output.actions(TopicChoice.always("times")), ActionRecord.class, each -> ACTION);

    assertThat(only("times").timestamp()).isBetween(before, System.currentTimeMillis());
  }

  @Test
  void traceRecordsAreKnownByTheirBytes() throws Exception {
    broker.createTopic("trace", 1);

    write(output.traces(TopicChoice.always("trace")), TraceRecord.class, each -> TRACE);

    ConsumerRecord<byte[], byte[]> message = only("trace");
    assertThat(new String(message.key(), UTF_8)).isEqualTo("c1");
    assertThat(message.value()).isEqualTo(Json.bytes(TRACE.toJson()));
    assertThat(headers(message))
        .containsEntry("ce_type", "dev.wend.trace.erased")
        .containsEntry("ce_id", OutputMessage.of(TRACE).id())
        .containsEntry("ce_time", "1970-01-01T00:00:01Z");
    assertThat(OutputMessage.of(TRACE).id()).matches("[0-9a-f]{32}");
  }

  @Test
  void lateEventsKeepTheirMessageId() throws Exception {
    broker.createTopic("late", 1);

    write(output.lateEvents(TopicChoice.always("late")), CustomerEvent.class, each -> LATE);

    ConsumerRecord<byte[], byte[]> message = only("late");
    assertThat(new String(message.key(), UTF_8)).isEqualTo("c1");
    assertThat(message.value()).isEqualTo(Json.bytes(LATE.toJson()));
    assertThat(headers(message))
        .containsEntry("ce_id", "m1")
        .containsEntry("ce_type", "dev.wend.late.page-visited");
  }

  @Test
  void deadLettersHaveAKeyOnlyWhereTheCustomerIsKnown() throws Exception {
    broker.createTopic("dead", 1);
    KafkaSink<DeadLetter> sink = output.deadLetters(TopicChoice.always("dead"));

    write(sink, DeadLetter.class, each -> each == 1 ? UNREADABLE : FAILED, 1L, 2L);

    List<ConsumerRecord<byte[], byte[]>> messages = broker.committed("dead");
    assertThat(messages).hasSize(2);
    assertThat(messages.get(0).key()).isNull();
    assertThat(messages.get(0).value()).isEqualTo(Json.bytes(UNREADABLE.toJson()));
    assertThat(headers(messages.get(0)))
        .containsEntry("ce_type", "dev.wend.dead-letter.invalid-json");
    assertThat(new String(messages.get(1).key(), UTF_8)).isEqualTo("c1");
  }

  @Test
  void statusRecordsHaveKeysByWhichATopicCanBeCompacted() throws Exception {
    broker.createTopic("status", 1);
    KafkaSink<StatusRecord> sink = output.statusRecords(TopicChoice.always("status"));

    write(sink, StatusRecord.class, each -> STATUS.get(each.intValue()), 0L, 1L, 2L, 3L, 4L);

    List<ConsumerRecord<byte[], byte[]>> messages = broker.committed("status");
    assertThat(messages)
        .extracting(message -> new String(message.key(), UTF_8))
        .containsExactly(
            "cart", "progress/", "request/wend-control/0@17", "cart/answer", "cart/answer");
    assertThat(messages)
        .extracting(message -> headers(message).get("ce_type"))
        .startsWith(
            "dev.wend.status.running", "dev.wend.status.progress", "dev.wend.status.refused");
    assertThat(messages.get(0).value()).isEqualTo(Json.bytes(STATUS.get(0).toJson()));
  }

  @Test
  void anEventOfTheLargestMessageThatABrokerTakesCanBeWrittenAgain() throws Exception {
    broker.createTopic("large", 1);
    String text = "text ".repeat(LARGE / 5);
    MapFunction<Long, CustomerEvent> large =
        each ->
            new CustomerEvent(
                "m1",
                "c1",
                EventKind.CUSTOM,
                "Large",
                TIME,
                Json.object().put("text", text),
                Channel.ONLINE,
                7);

    write(output.lateEvents(TopicChoice.always("large")), CustomerEvent.class, large);

    assertThat(only("large").value()).hasSizeGreaterThan(LARGE);
  }

  @Test
  void secretsAreNotLogged() throws Exception {
    broker.createTopic("quiet", 1);

    write(output.actions(TopicChoice.always("quiet")), ActionRecord.class, each -> ACTION);

    assertThat(Files.readString(Path.of("target/test.log")))
        .contains("ProducerConfig values", "sasl.jaas.config")
        .doesNotContain(SECRET);
  }

  private static <T> void write(KafkaSink<T> sink, Class<T> type, MapFunction<Long, T> records)
      throws Exception {
    write(sink, type, records, 1L);
  }

  private static <T> void write(
      KafkaSink<T> sink, Class<T> type, MapFunction<Long, T> records, Long... numbers)
      throws Exception {
    StreamExecutionEnvironment environment = LocalJob.environment(new Configuration());
    environment
        .fromData(Arrays.asList(numbers))
        .map(records)
        .returns(TypeInformation.of(type))
        .sinkTo(sink);
    environment.execute();
  }

  private static ConsumerRecord<byte[], byte[]> only(String topic) {
    List<ConsumerRecord<byte[], byte[]>> messages = broker.committed(topic);
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
    Map<String, String> headers = new TreeMap<>();
    message
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    return headers;
  }
}
