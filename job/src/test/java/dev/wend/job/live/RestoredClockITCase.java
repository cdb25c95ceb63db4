package dev.wend.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.kafka.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A job that was stopped and restored knows what time it was, and is not ahead of what it has still to read. */
class RestoredClockITCase {
  private static final long SEED = 20260305;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(3)
              .build());

  @TempDir private static Path data;
  private static Broker broker;

  @TempDir private Path directory;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = Broker.start(data);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @AfterEach
  void cancelJobs(@InjectMiniCluster MiniCluster cluster) throws Exception {
    LiveRun.cancelAll(cluster);
  }

  /** With a bound of a day the source says nothing of today any more: what is late is known from the state alone. */
  @Test
  void whatIsLateIsKnownBeforeTheFirstWatermark(@InjectMiniCluster MiniCluster cluster)
      throws Exception {
    long start = Instant.parse("2026-03-05T08:00:00Z").toEpochMilli();
    LiveRun run =
        prepare(
            cluster,
            "mark",
            2,
            List.of("clock=events", "source.idleAfter=PT1S", "source.outOfOrderness=PT0S"));
    run.start(2, List.of(Viewed.scenario("PT3S")));
    run.send(0, List.of(Viewed.event("m1", "anna", start)));
    long watermark = start - 1;
    run.awaitWatermark(watermark);
    String savepoint = run.stop(directory);

    LiveRun restored = run.with(List.of("source.outOfOrderness=P1D"));
    restored.start(3, List.of(Viewed.scenario("PT3S")), Optional.of(savepoint));
    for (String customer : List.of("anna", "bert", "carl", "dora", "emil")) {
      restored.send(
          1,
          List.of(
              Viewed.event("late-" + customer, customer, watermark),
              Viewed.event("in-time-" + customer, customer, watermark + 1)));
    }

    List<String> late = restored.await("late", 5);
    assertThat(late).hasSize(5).allSatisfy(event -> assertThat(event).contains("\"late-"));
    restored.send(1, List.of(Viewed.event("end", "zoe", start + Duration.ofDays(2).toMillis())));
    assertThat(restored.await("actions", 6))
        .hasSize(6)
        .allSatisfy(action -> assertThat(action).containsPattern("\"messageId\":\"(m1|in-time)"));
    restored.stop(directory);
    assertThat(restored.committed("late")).hasSize(5);
  }

  /** Each small fetch takes longer than the idleness: partitions look silent again and again although they are not. */
  @Test
  void theWallClockIsNotAheadOfABacklog(@InjectMiniCluster MiniCluster cluster) throws Exception {
    History history = hoursBefore(Instant.now().minus(Duration.ofMinutes(10)));
    LiveRun run =
        prepare(
            cluster,
            "backlog",
            4,
            List.of(
                "clock=events",
                "source.idleAfter=PT1S",
                "source.outOfOrderness=PT1S",
                "source.kafka.properties.fetch.min.bytes=1000000",
                "source.kafka.properties.fetch.max.wait.ms=250",
                "source.kafka.properties.max.partition.fetch.bytes=8192"));
    run.start(2, Shoppers.scenarios());
    History before = history.part(0, 2);
    run.send(before);
    run.awaitWatermark(before.newest() - 1_001);
    String savepoint = run.stop(directory);

    run.send(history.part(2, 100));
    LiveRun restored = run.with(List.of("clock=wall", "source.idleAfter=PT0.05S"));
    restored.start(3, Shoppers.scenarios(), Optional.of(savepoint));
    restored.awaitWatermark(history.newest());
    restored.stop(directory);

    Replayed replayed =
        Replayed.upTo(history.newest(), Shoppers.write(directory), history, directory);
    assertThat(restored.committed("late")).isEmpty();
    replayed.assertSameJourneys(restored, timestamp -> timestamp <= history.newest());
  }

  /** Of the four partitions one has most, one a few at the end alone, and one nothing. */
  private static History hoursBefore(Instant end) {
    Shoppers shoppers = new Shoppers(SEED);
    long first = end.minus(Duration.ofHours(4)).toEpochMilli();
    long distance = 3_600;
    List<History.Entry> entries = new ArrayList<>();
    for (int index = 0; index < 4_000; index++) {
      int partition = index % 50 != 0 ? 0 : index < 3_500 ? 1 : 2;
      entries.add(shoppers.at(partition, first + index * distance));
    }
    return new History(entries);
  }

  private static LiveRun prepare(
      MiniCluster cluster, String name, int partitions, List<String> settings) throws Exception {
    return LiveRun.prepare(cluster, broker, name, partitions, settings);
  }
}
