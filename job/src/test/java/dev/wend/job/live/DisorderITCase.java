package dev.wend.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.kafka.Broker;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/** What comes out of order is put in order up to a bound; beyond that it is late, and nothing else is. */
class DisorderITCase {
  private static final long BOUND = 5_000;
  private static final long START = Instant.parse("2026-03-05T08:00:00Z").toEpochMilli();
  private static final int PRODUCERS = 2;
  private static final int PARTITIONS = 3;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir private static Path data;
  private static Broker broker;

  @TempDir private Path directory;

  private final long seed = new Random().nextLong();
  private final Shoppers shoppers = new Shoppers(seed);

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

  @Test
  void withinTheBoundNothingIsLate(@InjectMiniCluster MiniCluster cluster) throws Exception {
    System.out.println("seed " + seed);
    LiveRun run = start(cluster, "within", "PT4S");
    List<History> streams =
        IntStream.range(0, PRODUCERS)
            .mapToObj(producer -> shoppers.stream(producer, 4_000, START + producer, 250, 4_900))
            .toList();
    assertThat(streams)
        .allSatisfy(stream -> assertThat(disorder(stream)).isBetween(4_500L, 4_900L));

    sendSideBySide(run, streams);
    History all = joined(streams);
    long end = all.newest() - BOUND - 1;
    run.awaitWatermark(end);
    run.stop(directory);

    assertThat(run.watermark()).hasValue(end);
    Replayed.upTo(end, Shoppers.write(directory), all, directory).assertSame(run);
  }

  /** Between two watermarks, of which the second is waited for, there comes what is late for the first, or for neither. */
  @Test
  void beyondTheBoundExactlyThatIsLate(@InjectMiniCluster MiniCluster cluster) throws Exception {
    System.out.println("seed " + seed);
    LiveRun run = start(cluster, "beyond", "PT1S");
    List<History.Entry> inTime = new ArrayList<>();
    List<History.Entry> late = new ArrayList<>();
    long newest = START;
    for (int step = 0; step < 8; step++) {
      long passed = run.watermark().orElse(Long.MIN_VALUE);
      long next = newest + BOUND;
      List<History.Entry> sent = new ArrayList<>();
      for (int partition = 0; partition < PRODUCERS; partition++) {
        if (step > 0) {
          sent.addAll(shoppers.between(partition, 15, newest - 10_000, newest - BOUND - 1));
        }
        sent.addAll(shoppers.between(partition, 25, newest, next));
        sent.add(shoppers.at(partition, next));
      }
      Collections.shuffle(sent, new Random(seed + step));
      sent.forEach(entry -> (timestamp(entry) <= passed ? late : inTime).add(entry));
      run.send(new History(sent));
      newest = next;
      run.awaitWatermark(newest - BOUND - 1);
      assertThat(run.watermark()).hasValue(newest - BOUND - 1);
    }
    run.stop(directory);

    assertThat(late).hasSize(7 * PRODUCERS * 15);
    late.removeIf(entry -> kind(entry) == EventKind.PRODUCT_VIEWED);
    assertThat(ids(run.committed("late").stream().map(DisorderITCase::messageId)))
        .isEqualTo(
            ids(
                late.stream()
                    .flatMap(entry -> entry.event().stream())
                    .map(CustomerEvent::messageId)));
    Replayed.upTo(newest - BOUND - 1, Shoppers.write(directory), new History(inTime), directory)
        .assertSameJourneys(run);
  }

  private static LiveRun start(MiniCluster cluster, String name, String idleAfter)
      throws Exception {
    return LiveRun.prepare(
            cluster,
            broker,
            name,
            PARTITIONS,
            List.of("clock=events", "source.outOfOrderness=PT5S", "source.idleAfter=" + idleAfter))
        .start(2, Shoppers.scenarios());
  }

  /** None is ahead of the other by more than a piece, or it would be right to go on without the other. */
  private static void sendSideBySide(LiveRun run, List<History> streams) throws Exception {
    List<List<History>> pieces = streams.stream().map(stream -> stream.pieces(200)).toList();
    for (int index = 0; index < pieces.get(0).size(); index++) {
      int place = index;
      Producers.all(
          pieces.stream().<Producers.Sending>map(each -> () -> run.send(each.get(place))).toList());
    }
  }

  private static History joined(List<History> streams) {
    return new History(streams.stream().map(History::entries).flatMap(Collection::stream).toList());
  }

  /** By how many milliseconds a record is older than one before it, at most. */
  private static long disorder(History stream) {
    long newest = Long.MIN_VALUE;
    long disorder = 0;
    for (History.Entry entry : stream.entries()) {
      newest = Math.max(newest, timestamp(entry));
      disorder = Math.max(disorder, newest - timestamp(entry));
    }
    return disorder;
  }

  private static long timestamp(History.Entry entry) {
    return entry.event().orElseThrow().timestamp();
  }

  /** Views concern no scenario, so that they cannot be late. */
  private static EventKind kind(History.Entry entry) {
    return entry.event().orElseThrow().kind();
  }

  private static String messageId(String late) {
    return Json.read(late.getBytes(StandardCharsets.UTF_8)).path("messageId").asText();
  }

  private static List<String> ids(Stream<String> messageIds) {
    return messageIds.sorted().toList();
  }
}
