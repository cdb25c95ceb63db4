package dev.wend.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.kafka.Broker;
import dev.wend.job.generate.GeneratorSettings;
import dev.wend.job.operator.ScenarioDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job whose task managers are lost, and which is stopped and restored at another parallelism, does what a replay does, no
 * more and no less.
 */
class ExactlyOnceITCase {
  private static final Path SCENARIOS = Path.of("../conf/scenarios");
  private static final int PARTITIONS = 4;

  /** More than stragglers are late. */
  private static final Duration DISORDER = Duration.ofMinutes(10);

  private static final int PIECE = 250;

  @TempDir private static Path directory;
  private static Broker broker;
  private static History history;

  @TempDir private Path own;
  private FailingCluster cluster;

  @BeforeAll
  static void generate() throws Exception {
    broker = Broker.start(Files.createDirectory(directory.resolve("broker")));
    history =
        History.generated(
            directory.resolve("generated"),
            new GeneratorSettings(150, 30, 20260105, LocalDate.of(2026, 1, 5)),
            PARTITIONS);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void startCluster() throws Exception {
    cluster = FailingCluster.start(2, own.resolve("checkpoints"));
  }

  @AfterEach
  void stopCluster() throws Exception {
    cluster.close();
  }

  @Test
  void nothingIsLostOrDoubled() throws Exception {
    LiveRun run = run("exactly-once", List.of());
    loseTaskManagersOn(run);
    String savepoint = run.stop(own);

    run.send(history.part(75, 100));
    cluster.addTaskManager();
    run.start(3, documents(), Optional.of(savepoint));
    long end = finish(run);

    Replayed.upTo(end, SCENARIOS, history, own).assertSame(run);
  }

  @Test
  void nothingIsLostAndCopiesHaveTheSameIds() throws Exception {
    LiveRun run = run("at-least-once", List.of("delivery=at-least-once"));
    loseTaskManagersOn(run);
    run.send(history.part(75, 100));
    long end = finish(run);

    Replayed replayed = Replayed.upTo(end, SCENARIOS, history, own);
    assertThat(new TreeSet<>(run.committed("actions")))
        .containsExactlyElementsOf(replayed.actions());
    assertThat(new TreeSet<>(run.committed("trace"))).containsExactlyElementsOf(replayed.trace());
    assertThat(run.committed("dead-letter"))
        .hasSizeGreaterThanOrEqualTo((int) replayed.deadLetters());
  }

  private LiveRun run(String name, List<String> settings) throws Exception {
    return LiveRun.prepare(
            cluster.cluster(),
            broker,
            name,
            PARTITIONS,
            List.of("clock=events", "source.outOfOrderness=" + DISORDER, "source.idleAfter=PT2S"))
        .with(settings);
  }

  /** Each time something between 20 and 75 % of the history was read. */
  private void loseTaskManagersOn(LiveRun run) throws Exception {
    run.start(2, documents());
    run.send(history.part(0, 25));
    run.awaitWatermark(history.part(0, 20).newest());

    for (int from : List.of(25, 50)) {
      CompletableFuture<Void> sent = sendSlowly(run, history.part(from, from + 25));
      cluster.loseTaskManager(run.job());
      sent.join();
    }
    cluster.assertRestarted(run.job());
  }

  private static CompletableFuture<Void> sendSlowly(LiveRun run, History part) {
    return Producers.begin(
        () -> {
          for (History piece : part.pieces(PIECE)) {
            run.send(piece);
            Thread.sleep(50);
          }
        });
  }

  /** Waits until all is read, and ends the job. */
  private long finish(LiveRun run) throws Exception {
    long end = history.newest() - DISORDER.toMillis() - 1;
    run.awaitWatermark(end);
    run.stop(own);
    assertThat(run.watermark()).hasValue(end);
    return end;
  }

  private static List<ScenarioDocument> documents() throws IOException {
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      List<Path> sorted = files.sorted().toList();
      return sorted.stream().map(ExactlyOnceITCase::document).toList();
    }
  }

  private static ScenarioDocument document(Path file) {
    try {
      return new ScenarioDocument(file.getFileName().toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
