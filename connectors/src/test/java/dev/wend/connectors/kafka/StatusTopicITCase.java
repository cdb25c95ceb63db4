package dev.wend.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wend.event.Json;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Status records in topics of a real broker. */
class StatusTopicITCase {
  private static final StatusRecord RUNNING =
      StatusRecord.of(StatusKind.RUNNING, "a", OptionalLong.of(2), "control/0@0").at(7);
  private static final StatusRecord STOPPED =
      StatusRecord.of(StatusKind.STOPPED, "a", OptionalLong.of(2), "control/0@1").at(9);
  private static final StatusRecord PROGRESS = StatusRecord.progress(1_767_225_600_001L);

  @TempDir private static Path directory;
  private static Broker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = Broker.start(directory);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  private static StatusTopic topic(String name) {
    return new StatusTopic(ClientProperties.of(broker.client()), name);
  }

  private static void send(String topic, String key, StatusRecord record) throws Exception {
    broker.send(topic, key, text(record));
  }

  private static String text(StatusRecord record) {
    return new String(Json.bytes(record.toJson()), UTF_8);
  }

  @Test
  void allRecordsAreReadAndTheOthersCounted() throws Exception {
    broker.createTopic("read", 1);
    send("read", "a", RUNNING);
    broker.send("read", "a", "no record");
    broker.send("read", "a", "{\"kind\":\"else\"}");
    broker.send(List.of(new ProducerRecord<>("read", "a".getBytes(UTF_8), null)));
    send("read", "progress/", PROGRESS);
    send("read", "a", STOPPED);

    assertThat(topic("read").read())
        .isEqualTo(new StatusLog(List.of(RUNNING, PROGRESS, STOPPED), 2));
  }

  @Test
  void recordsOfSeveralPartitionsAreReadInTheOrderInWhichTheyWereWritten() throws Exception {
    broker.createTopic("spread", 2);
    List<StatusRecord> written = List.of(RUNNING, PROGRESS, STOPPED, PROGRESS, RUNNING);
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    for (int index = 0; index < written.size(); index++) {
      byte[] value = Json.bytes(written.get(index).toJson());
      messages.add(new ProducerRecord<>("spread", 1 - index % 2, 1_000L + index, null, value));
    }
    broker.send(messages);

    assertThat(topic("spread").read().records()).isEqualTo(written);
  }

  @Test
  void whatWasNotCommittedIsNotRead() throws Exception {
    broker.createTopic("open", 1);
    send("open", "a", RUNNING);
    Map<String, Object> client = new HashMap<>(broker.client());
    client.put("transactional.id", "open");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("open", "a", text(STOPPED))).get();
      assertThat(topic("open").read().records()).containsExactly(RUNNING);
      try (StatusFollower follower = topic("open").follow()) {
        assertThat(follower.until(record -> true, Duration.ofMillis(700))).isFalse();
        producer.commitTransaction();
        assertThat(follower.until(STOPPED::equals, Duration.ofSeconds(20))).isTrue();
      }
    }
    assertThat(topic("open").read().records()).containsExactly(RUNNING, STOPPED);
  }

  @Test
  void newRecordsAreFollowed() throws Exception {
    broker.createTopic("followed", 2);
    send("followed", "a", RUNNING);
    List<StatusRecord> seen = new ArrayList<>();
    try (StatusFollower follower = topic("followed").follow()) {
      broker.send("followed", "a", "no record");
      send("followed", "a", STOPPED);
      assertThat(follower.until(record -> seen.add(record), Duration.ofSeconds(20))).isTrue();
      assertThat(follower.until(record -> seen.add(record), Duration.ofMillis(300))).isFalse();
    }
    assertThat(seen).containsExactly(STOPPED);
  }

  @Test
  void whereNobodyAnswersNothingIsWaitedForLong() throws Exception {
    assertThatThrownBy(() -> topic("missing").follow())
        .isInstanceOf(TopicUnavailableException.class)
        .hasMessage("the brokers have no topic 'missing'");
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + silent.getLocalPort();
      var nowhere = ClientProperties.of(Map.of("bootstrap.servers", address));
      long begun = System.nanoTime();
      assertThatThrownBy(() -> new StatusTopic(nowhere, "status").read())
          .isInstanceOf(TopicUnavailableException.class)
          .hasMessage("no answer from the brokers " + address);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
    }
  }
}
