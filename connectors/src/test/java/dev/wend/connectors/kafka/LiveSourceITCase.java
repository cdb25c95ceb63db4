package dev.wend.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.kafka.EventClock.Mode;
import dev.wend.connectors.kafka.LiveJob.Settings;
import dev.wend.event.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
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
import org.junit.jupiter.params.provider.EnumSource;

/** The time that a job is told while it reads topics of a real broker. */
class LiveSourceITCase {
  private static final long DISORDER = 100;
  private static final long IDLE_AFTER = 500;

  private static final int SLOTS = 4;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(SLOTS)
              .build());

  @TempDir private static Path directory;
  @TempDir private static Path savepoints;
  private static Broker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = Broker.start(directory);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void aSilentStreamGoesOnByTheWallClock() throws Exception {
    broker.createTopic("silent", 2);
    long begin = System.currentTimeMillis();
    broker.send(List.of(page("silent", 0, "only", begin)));

    try (LiveJob job = LiveJob.start(named("silent"), Settings.of("silent", clock(Mode.WALL)))) {
      job.await("time goes on", () -> last(job) > begin + 3_000);

      assertThat(job.times())
          .allSatisfy(
              time ->
                  assertThat(time.watermark())
                      .isLessThanOrEqualTo(time.wall() - DISORDER - IDLE_AFTER))
          .hasSizeGreaterThan(3);
      assertThat(job.times().stream().map(TimeLog.Time::watermark)).isSorted();
      assertThat(job.log()).noneMatch(TimeLog.Idle.class::isInstance);
    }
  }

  /** While one partition is read, nothing comes from the other one for longer than silence takes. */
  @ParameterizedTest
  @EnumSource(Mode.class)
  void timeIsNeverAheadOfABacklog(Mode mode) throws Exception {
    String topic = "backlog-" + mode;
    int messages = 1_200;
    broker.createTopic(topic, 2);
    long begin = System.currentTimeMillis() - Duration.ofDays(1).toMillis();
    broker.send(
        IntStream.range(0, messages)
            .mapToObj(each -> page(topic, each % 2, "m" + each, begin + each))
            .toList());
    EventClock impatient = new EventClock(mode, Duration.ZERO, Duration.ofMillis(50));
    Settings slow = Settings.of(topic, impatient).taking(Duration.ofMillis(4));

    try (LiveJob job = LiveJob.start(named(topic, Map.of("max.poll.records", "100")), slow)) {
      job.await("all is read", () -> job.seen().size() == messages);

      assertThat(longestRun(job.seen())).as("messages of one partition on end").isGreaterThan(50);
      assertNothingIsLate(job.log());
      job.await("all is silent", () -> last(job) >= begin + messages - 2);
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void anEmptyPartitionDoesNotHoldTime(Mode mode) throws Exception {
    String topic = "empty-" + mode;
    broker.createTopic(topic, 3);

    try (LiveJob job = LiveJob.start(named(topic), Settings.of(topic, clock(mode)))) {
      for (int each = 0; job.times().size() < 3; each++) {
        long now = System.currentTimeMillis();
        broker.send(List.of(page(topic, 1, "m" + each, now)));
        assertThat(each).as("messages until time goes on").isLessThan(500);
      }
      assertNothingIsLate(job.log());
    }
  }

  @Test
  void markersOfTransactionsBehindTheLastMessageAreNotWaitedFor() throws Exception {
    broker.createTopic("markers", 1);
    broker.sendInTransaction(List.of(page("markers", 0, "kept", 5_000)), true);
    broker.sendInTransaction(List.of(page("markers", 0, "aborted", 9_000)), false);

    try (LiveJob job =
        LiveJob.start(named("markers"), Settings.of("markers", clock(Mode.EVENTS)))) {
      job.await("the stream is silent", job::isIdle);

      assertThat(job.seen()).extracting(TimeLog.Seen::text).containsExactly("kept");
      assertThat(last(job)).isEqualTo(5_000 - DISORDER - 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void readersWithoutPartitionsDoNotHoldTime(Mode mode) throws Exception {
    String topic = "few-" + mode;
    broker.createTopic(topic, 2);
    long begin = System.currentTimeMillis();
    broker.send(
        List.of(page(topic, 0, "older", begin - 100_000), page(topic, 1, "newer", begin - 50_000)));

    try (LiveJob job =
        LiveJob.start(named(topic), Settings.of(topic, clock(mode)).parallelism(SLOTS))) {
      if (mode == Mode.WALL) {
        job.await("time goes on", () -> last(job) > begin);
      } else {
        job.await("time is that of the newest", () -> job.isAt(begin - 50_000 - DISORDER - 1));
        job.await("the stream is silent", job::isIdle);
      }
    }
  }

  @Test
  void timeIsKnownAgainAfterARestart() throws Exception {
    broker.createTopic("restart", 2);
    broker.send(List.of(page("restart", 0, "older", 50_000), page("restart", 1, "newer", 90_000)));
    long end = 90_000 - DISORDER - 1;
    String savepoint;
    try (LiveJob job = LiveJob.start(named("restart"), Settings.of("first", clock(Mode.EVENTS)))) {
      job.await("time is that of the newest", () -> job.isAt(end));
      savepoint = job.stopWithSavepoint(savepoints);
    }
    Configuration restored = new Configuration();
    restored.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);

    try (LiveJob job =
        LiveJob.start(
            named("restart"),
            Settings.of("second", clock(Mode.EVENTS)).parallelism(2).configured(restored))) {
      job.await("time is the same again", () -> job.isAt(end));
      assertThat(job.seen()).isEmpty();
    }
  }

  @Test
  void topicsOfAPatternAreFoundWhileTheJobRuns() throws Exception {
    broker.createTopic("found-1", 1);
    broker.send(List.of(page("found-1", 0, "before", 1_000)));
    KafkaEvents events =
        events(new Topics.Matching("found-.*"), Map.of("partition.discovery.interval.ms", "300"));

    try (LiveJob job = LiveJob.start(events, Settings.of("found", clock(Mode.EVENTS)))) {
      job.await("the stream is silent", job::isIdle);
      broker.createTopic("found-2", 1);
      broker.send(List.of(page("found-2", 0, "after", 7_000)));
      job.await("time is that of the new topic", () -> job.isAt(7_000 - DISORDER - 1));

      assertThat(job.seen()).extracting(TimeLog.Seen::text).containsExactly("before", "after");
    }
  }

  @Test
  void offsetsAreCommittedWithCheckpoints() throws Exception {
    broker.createTopic("committed", 1);
    broker.send(Stream.of(1, 2, 3).map(each -> page("committed", 0, "m" + each, each)).toList());
    Configuration checkpoints = new Configuration();
    checkpoints.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    Settings settings = Settings.of("committed", clock(Mode.WALL)).configured(checkpoints);

    try (LiveJob job = LiveJob.start(named("committed"), settings);
        Admin admin = Admin.create(Map.copyOf(broker.client()))) {
      job.await("the group stands behind the last message", () -> committed(admin) == 3);
    }
  }

  @Test
  void deadLettersHaveNoTimeAndDoNotHoldIt() throws Exception {
    broker.createTopic("rubbish", 2);
    broker.send(
        List.of(
            page("rubbish", 0, "event", 5_000),
            new ProducerRecord<>("rubbish", 1, null, "nonsense".getBytes(UTF_8))));

    try (LiveJob job =
        LiveJob.start(named("rubbish"), Settings.of("rubbish", clock(Mode.EVENTS)))) {
      job.await("time is that of the event", () -> job.isAt(5_000 - DISORDER - 1));

      assertThat(job.seen())
          .containsExactlyInAnyOrder(
              new TimeLog.Seen("event", 5_000), new TimeLog.Seen("invalid-json", Long.MIN_VALUE));
    }
  }

  private static long committed(Admin admin) {
    try {
      OffsetAndMetadata offset =
          admin
              .listConsumerGroupOffsets("wend")
              .partitionsToOffsetAndMetadata()
              .get()
              .get(new TopicPartition("committed", 0));
      return offset == null ? 0 : offset.offset();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static int longestRun(List<TimeLog.Seen> seen) {
    int longest = 0;
    int run = 0;
    for (int each = 1; each < seen.size(); each++) {
      long parity = seen.get(each).timestamp() % 2;
      run = parity == seen.get(each - 1).timestamp() % 2 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static void assertNothingIsLate(List<TimeLog.Entry> log) {
    long watermark = Long.MIN_VALUE;
    for (TimeLog.Entry entry : log) {
      if (entry instanceof TimeLog.Time time) {
        watermark = time.watermark();
      } else if (entry instanceof TimeLog.Seen seen) {
        assertThat(seen.timestamp()).as(seen.text()).isGreaterThan(watermark);
      }
    }
  }

  private static long last(LiveJob job) {
    return job.times().stream()
        .reduce((former, latter) -> latter)
        .map(TimeLog.Time::watermark)
        .orElse(Long.MIN_VALUE);
  }

  private static EventClock clock(Mode mode) {
    return new EventClock(mode, Duration.ofMillis(DISORDER), Duration.ofMillis(IDLE_AFTER));
  }

  private static KafkaEvents named(String topic) {
    return named(topic, Map.of());
  }

  private static KafkaEvents named(String topic, Map<String, String> properties) {
    return events(new Topics.Named(List.of(topic)), properties);
  }

  private static KafkaEvents events(Topics topics, Map<String, String> properties) {
    Map<String, String> client = broker.client();
    client.putAll(properties);
    return KafkaEvents.of(ClientProperties.of(client), topics, "wend");
  }

  private static ProducerRecord<byte[], byte[]> page(
      String topic, int partition, String messageId, long timestamp) {
    String value =
        Json.object()
            .put("type", "page")
            .put("messageId", messageId)
            .put("userId", "c1")
            .put("timestamp", timestamp)
            .toString();
    return new ProducerRecord<>(topic, partition, null, value.getBytes(UTF_8));
  }
}
