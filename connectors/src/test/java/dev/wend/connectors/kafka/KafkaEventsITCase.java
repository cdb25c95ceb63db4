package dev.wend.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.types.Either;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes in topics of a real broker, to events and dead letters. */
class KafkaEventsITCase {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  @RegisterExtension static final MiniClusterExtension CLUSTER = new MiniClusterExtension();

  @TempDir private static Path directory;
  private static Broker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = Broker.start(directory);
    broker.createTopic("shop-web", 2);
    broker.createTopic("shop-till", 1);
    broker.createTopic("other", 1);
    broker.send(
        List.of(
            message("shop-web", 0, 0, "c9", page("m1", "c1")),
            message("shop-web", 0, 0, "c1", "nonsense"),
            message("shop-web", 1, 0, "c1", page("m2", "c2")),
            new ProducerRecord<>("shop-web", 1, 0L, "c1".getBytes(UTF_8), (byte[]) null),
            message("shop-till", 0, 0, "c1", page("m3", "c1")),
            message("other", 0, 0, "c1", page("m4", "c1"))));
    broker.createTopic("history", 1);
    broker.send(
        Stream.of(1, 2, 3)
            .map(each -> message("history", 0, each * 1_000L, "c1", page("h" + each, "c1")))
            .toList());
    commit("history", "standing", 2);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  static Stream<Arguments> topics() {
    List<String> till = List.of("event m3 of c1");
    List<String> web =
        List.of(
            "event m1 of c1",
            "event m2 of c2",
            "shop-web/0 1 invalid-json nonsense",
            "shop-web/1 1 no-value ");
    List<String> both = new ArrayList<>(web);
    both.addAll(till);
    return Stream.of(
        Arguments.of(new Topics.Named(List.of("shop-till")), till),
        Arguments.of(new Topics.Named(List.of("shop-web", "shop-till")), both),
        Arguments.of(new Topics.Matching("shop-.*"), both),
        Arguments.of(new Topics.Matching("shop-w.b"), web));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void messagesBecomeEventsAndDeadLetters(Topics topics, List<String> expected) throws Exception {
    KafkaEvents events =
        KafkaEvents.of(ClientProperties.of(broker.client()), topics, "table")
            .from(new StartFrom.Earliest());

    assertThat(read(events)).containsExactlyInAnyOrderElementsOf(expected);
  }

  static Stream<Arguments> starts() {
    return Stream.of(
        Arguments.of(new StartFrom.Earliest(), "standing", List.of("h1", "h2", "h3")),
        Arguments.of(new StartFrom.Latest(), "standing", List.of()),
        Arguments.of(
            new StartFrom.Timestamp(Instant.ofEpochMilli(1_001)), "new", List.of("h2", "h3")),
        Arguments.of(new StartFrom.Timestamp(Instant.ofEpochMilli(3_001)), "new", List.of()),
        Arguments.of(new StartFrom.Committed(), "standing", List.of("h3")),
        Arguments.of(new StartFrom.Committed(), "new", List.of("h1", "h2", "h3")));
  }

  @ParameterizedTest
  @MethodSource("starts")
  void readingBeginsWhereItIsTold(StartFrom start, String group, List<String> expected)
      throws Exception {
    Topics history = new Topics.Named(List.of("history"));
    KafkaEvents events =
        KafkaEvents.of(ClientProperties.of(broker.client()), history, group).from(start);

    assertThat(read(events))
        .containsExactlyElementsOf(expected.stream().map(id -> "event " + id + " of c1").toList());
  }

  @Test
  void messagesAreReadByAMapping() throws Exception {
    broker.createTopic("mapped", 1);
    broker.send(List.of(message("mapped", 0, 0, "c9", "{\"who\":\"c1\",\"id\":\"m1\",\"at\":0}")));
    String mapping =
        """
        { "inputs": [ { "files": "mapped.jsonl", "format": { "type": "json" }, "events": [
          { "kind": "page-visited", "customerId": "/who", "messageId": "/id",
            "timestamp": { "from": "/at", "format": "epoch-millis" } } ] } ] }
        """;
    KafkaEvents events =
        KafkaEvents.of(
                ClientProperties.of(broker.client()), new Topics.Named(List.of("mapped")), "mapped")
            .in(new RecordFormat.Mapped("mapping.json", mapping));

    assertThat(read(events)).containsExactly("event m1 of c1");
  }

  private static List<String> read(KafkaEvents events) throws Exception {
    StreamExecutionEnvironment environment = LocalJob.environment(new Configuration());
    List<String> found = new ArrayList<>();
    try (CloseableIterator<String> results =
        LocalJob.read(environment, events, CLOCK)
            .map(KafkaEventsITCase::describe)
            .returns(Types.STRING)
            .executeAndCollect()) {
      results.forEachRemaining(found::add);
    }
    return found;
  }

  private static String describe(Either<CustomerEvent, DeadLetter> read) {
    if (read.isLeft()) {
      return "event " + read.left().messageId() + " of " + read.left().customerId();
    }
    DeadLetter letter = read.right();
    return letter.source()
        + " "
        + letter.position()
        + " "
        + letter.reason().id()
        + " "
        + letter.text();
  }

  private static ProducerRecord<byte[], byte[]> message(
      String topic, int partition, long timestamp, String key, String value) {
    return new ProducerRecord<>(
        topic, partition, timestamp, key.getBytes(UTF_8), value.getBytes(UTF_8));
  }

  private static String page(String messageId, String customerId) {
    return Json.object()
        .put("type", "page")
        .put("messageId", messageId)
        .put("userId", customerId)
        .put("timestamp", 1_000)
        .toString();
  }

  private static void commit(String topic, String group, long offset) throws Exception {
    try (Admin admin = Admin.create(Map.copyOf(broker.client()))) {
      admin
          .alterConsumerGroupOffsets(
              group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
          .all()
          .get();
    }
  }
}
