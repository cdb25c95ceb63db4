package dev.wend.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether everything was read, asked of a real broker. */
class CaughtUpProbeITCase {
  private static final TopicPartition PLAIN = new TopicPartition("plain", 0);
  private static final TopicPartition EMPTY = new TopicPartition("plain", 1);
  private static final TopicPartition ABORTED = new TopicPartition("aborted", 0);
  private static final long EARLIEST = -2;
  private static final long COMMITTED = -3;
  private static final int PATIENCE = 60;

  @TempDir private static Path directory;
  private static Broker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = Broker.start(directory);
    broker.createTopic("plain", 2);
    broker.createTopic("aborted", 1);
    broker.send(List.of(message("plain"), message("plain")));
    broker.sendInTransaction(List.of(message("aborted")), true);
    for (int times = 0; times < 3; times++) {
      broker.sendInTransaction(List.of(message("aborted"), message("aborted")), false);
    }
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  static Stream<Arguments> questions() {
    return Stream.of(
        Arguments.of(Map.of(PLAIN, 2L), Set.of(PLAIN)),
        Arguments.of(Map.of(PLAIN, 1L), Set.of()),
        Arguments.of(Map.of(PLAIN, 0L), Set.of()),
        Arguments.of(Map.of(PLAIN, EARLIEST), Set.of()),
        Arguments.of(Map.of(PLAIN, COMMITTED), Set.of()),
        Arguments.of(Map.of(EMPTY, 0L), Set.of(EMPTY)),
        Arguments.of(Map.of(EMPTY, EARLIEST), Set.of(EMPTY)),
        Arguments.of(Map.of(EMPTY, COMMITTED), Set.of(EMPTY)),
        Arguments.of(Map.of(ABORTED, 1L), Set.of(ABORTED)),
        Arguments.of(Map.of(ABORTED, 4L), Set.of(ABORTED)),
        Arguments.of(Map.of(ABORTED, 0L), Set.of()),
        Arguments.of(Map.of(PLAIN, 1L, EMPTY, EARLIEST, ABORTED, 1L), Set.of(EMPTY, ABORTED)));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void everythingWasRead(Map<TopicPartition, Long> nextOffsets, Set<TopicPartition> expected)
      throws Exception {
    try (CaughtUpProbe probe = probe(broker.client())) {
      for (int times = 0; times < 3; times++) {
        assertThat(ask(probe, nextOffsets)).isEqualTo(expected);
      }
    }
  }

  @Test
  void whatComesLaterIsFound() throws Exception {
    TopicPartition later = new TopicPartition("later", 0);
    broker.createTopic("later", 1);
    broker.sendInTransaction(List.of(message("later")), false);
    try (CaughtUpProbe probe = probe(broker.client())) {
      assertThat(ask(probe, Map.of(later, EARLIEST))).containsExactly(later);
      broker.send(List.of(message("later")));
      assertThat(ask(probe, Map.of(later, EARLIEST))).isEmpty();
      assertThat(ask(probe, Map.of(later, EARLIEST))).isEmpty();
      assertThat(ask(probe, Map.of(later, 3L))).containsExactly(later);
    }
  }

  @Test
  void withoutAnAnswerNothingWasRead() throws Exception {
    try (CaughtUpProbe probe = probe(Map.of("bootstrap.servers", "127.0.0.1:1"))) {
      assertThat(ask(probe, Map.of(PLAIN, 2L))).isEmpty();
    }
  }

  private static Set<TopicPartition> ask(CaughtUpProbe probe, Map<TopicPartition, Long> nextOffsets)
      throws Exception {
    return probe.caughtUp(nextOffsets).get(PATIENCE, TimeUnit.SECONDS);
  }

  private static CaughtUpProbe probe(Map<String, String> client) {
    KafkaEvents events =
        KafkaEvents.of(
            ClientProperties.of(client), new Topics.Named(List.of("unread")), "probe-test");
    Properties properties = events.probe();
    return new CaughtUpProbe(properties, "probe");
  }

  private static ProducerRecord<byte[], byte[]> message(String topic) {
    return new ProducerRecord<>(topic, 0, null, "{}".getBytes(UTF_8));
  }
}
