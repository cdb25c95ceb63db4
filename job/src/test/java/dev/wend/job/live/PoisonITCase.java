package dev.wend.job.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.connectors.kafka.Broker;
import dev.wend.connectors.kafka.ControlWriter;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.job.live.Poison.Bad;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in the topics, the job runs on, every record is accounted for, and nobody's journey suffers. */
class PoisonITCase {
  private static final Duration DISORDER = Duration.ofSeconds(5);
  private static final int BAD_ONE_IN = 20;
  private static final int PIECES = 40;
  private static final String CONTROL = "poison-control";

  private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(settings())
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static Broker broker;

  private final List<History.Entry> hot = Crowd.hot();
  private final List<History.Entry> others = Crowd.others();
  private final List<Bad> bad = bad((hot.size() + others.size()) / BAD_ONE_IN);
  private final List<ProducerRecord<byte[], byte[]>> requests = Poison.requests(CONTROL, "viewed");
  @TempDir private Path directory;
  private LiveRun run;

  private static Configuration settings() {
    Configuration settings = new Configuration();
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    METRICS.addToConfiguration(settings);
    return settings;
  }

  @BeforeAll
  static void startBroker(@TempDir Path data) throws Exception {
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
  void theJobRunsOnAndAllIsAccountedFor(@InjectMiniCluster MiniCluster cluster) throws Exception {
    List<String> settings = List.of("clock=events", "source.outOfOrderness=" + DISORDER);
    run = LiveRun.prepare(cluster, broker, "poison", 2, settings);
    broker.createTopic(CONTROL, 1);
    run.start(2, Cascades.scenarios());

    sendSideBySide();
    run.send(new History(Crowd.ends()));
    History journeys =
        new History(Stream.of(hot, others, Crowd.ends()).flatMap(List::stream).toList());
    long end = journeys.newest() - DISORDER.toMillis() - 1;
    run.awaitWatermark(end);
    run.send(new History(Crowd.late()));

    assertAccounted(journeys.size() + bad.size() + Crowd.LATE);
    assertAnswered();
    run.stop(directory);
    assertThat(new Measured(METRICS, run.job()).restarts()).isZero();
    assertDeadLetters();
    assertThat(run.committed("late")).hasSize(Crowd.LATE);
    assertSameJourneys(
        Replayed.upTo(end, Cascades.write(directory.resolve("scenarios")), journeys, directory));
  }

  /** The two partitions go on in step; what is bad is among the events, and the requests come in the middle. */
  private void sendSideBySide() throws Exception {
    for (int piece = 0; piece < PIECES; piece++) {
      run.send(new History(piece(hot, piece)));
      run.send(new History(piece(others, piece)));
      broker.send(piece(bad, piece).stream().map(each -> each.to("poison-events", 1)).toList());
      if (piece == PIECES / 2) {
        broker.send(requests);
        assertThatThrownBy(() -> run.send(1, List.of(Crowd.oversize())))
            .hasRootCauseInstanceOf(RecordTooLargeException.class);
      }
    }
  }

  private static <T> List<T> piece(List<T> all, int number) {
    return all.subList(all.size() * number / PIECES, all.size() * (number + 1) / PIECES);
  }

  private void assertAccounted(long sent) throws Exception {
    Measured measured = new Measured(METRICS, run.job());
    LiveRun.await(
        () -> measured.accounted() >= sent, "not all " + sent + " records are accounted for");
    assertThat(measured.counted("numDeadLetters")).isEqualTo(bad.size());
    assertThat(measured.counted("numLateEvents")).isEqualTo(Crowd.LATE);
    assertThat(measured.counted("numDuplicates")).isEqualTo(Crowd.OTHERS);
    assertThat(measured.counted("numEchoes")).isEqualTo(Crowd.OTHERS);
    assertThat(measured.counted("numIrrelevant")).isEqualTo(Crowd.OTHERS + Crowd.ends().size());
    assertThat(measured.counted("numCascadesCut")).isPositive();
    assertThat(measured.counted("numSetAside")).isZero();
    assertThat(measured.accounted()).isEqualTo(sent);
  }

  /** Each request got one answer, and one that is in order is still taken. */
  private void assertAnswered() throws Exception {
    try (ControlWriter writer = run.control().writer()) {
      String request =
          writer.deploy("sane", Cascades.document("sane", "\"order-refunded\"", Cascades.MAIL));
      run.await(
          status ->
              status.kind() == StatusKind.RUNNING && status.request().equals(Optional.of(request)));
    }
    List<StatusRecord> answers =
        run.status().stream()
            .filter(status -> status.request().orElse("").startsWith(CONTROL + "/0@"))
            .filter(status -> status.scenarioId().filter("sane"::equals).isEmpty())
            .toList();
    assertThat(answers)
        .hasSize(requests.size())
        .allSatisfy(
            answer -> assertThat(answer.kind()).isIn(StatusKind.REFUSED, StatusKind.UNCHANGED));
  }

  /** All that is bad, and one mail that is larger than its topic takes. */
  private void assertDeadLetters() {
    List<String> reasons = new ArrayList<>(bad.stream().map(Bad::reason).toList());
    reasons.add("delivery-failed");
    List<JsonNode> letters = run.committed("dead-letter").stream().map(Told::json).toList();
    assertThat(letters)
        .allSatisfy(letter -> assertThat(letter.path("detail").asText()).isNotEmpty());
    assertThat(counts(letters.stream().map(letter -> letter.path("reason").asText())))
        .isEqualTo(counts(reasons.stream()));
  }

  private static Map<String, Long> counts(Stream<String> reasons) {
    return reasons.collect(
        Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
  }

  private void assertSameJourneys(Replayed replayed) {
    List<String> fitting =
        replayed.actions().stream().filter(action -> !action.contains(Crowd.NOISE)).toList();
    assertThat(fitting).hasSize(replayed.actions().size() - 1);
    new Replayed(fitting, replayed.trace(), 0).assertSameJourneys(run);
  }

  private static List<Bad> bad(int count) {
    List<Bad> sorts = Poison.records();
    return IntStream.range(0, count).mapToObj(each -> sorts.get(each % sorts.size())).toList();
  }
}
