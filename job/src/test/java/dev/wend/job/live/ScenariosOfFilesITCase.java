package dev.wend.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.job.operator.ScenarioDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which scenarios run where files say one thing and the control topic another, at a start and at a restore. */
class ScenariosOfFilesITCase extends OnOneCluster {
  private static final long T = Instant.parse("2026-01-05T08:00:00Z").toEpochMilli();
  private static final List<String> SETTINGS =
      List.of("clock=events", "source.outOfOrderness=PT0S", "source.idleAfter=PT1S");
  private static final int IN_FLIGHT = 12;

  @TempDir private Path directory;

  private static String document(String id, int version) {
    return Viewed.document(version, "PT1H", "").replace("\"viewed\"", "\"" + id + "\"");
  }

  private static ScenarioDocument file(String id, int version) {
    return new ScenarioDocument(id + ".json", document(id, version));
  }

  private static List<String> view(int minute) {
    long timestamp = T + Duration.ofMinutes(minute).toMillis();
    return List.of(
        Viewed.event("view-" + minute, "customer-" + minute, timestamp),
        Viewed.event("tick-" + minute, "nobody", timestamp + 1)
            .replace("Product Viewed", "Products Searched"));
  }

  /** Scenarios and versions that a customer entered who views something at that minute. */
  private static List<String> entered(LiveRun run, int minute) throws Exception {
    run.send(0, view(minute));
    long reached = T + Duration.ofMinutes(minute).toMillis();
    LiveRun.await(() -> run.watermark().orElse(Long.MIN_VALUE) >= reached, "no minute " + minute);
    return run.written("trace").stream()
        .map(Told::json)
        .filter(record -> record.path("kind").asText().equals("entered"))
        .filter(record -> record.path("customerId").asText().equals("customer-" + minute))
        .map(record -> record.path("scenarioId").asText() + " " + record.path("scenarioVersion"))
        .toList();
  }

  private static void fill(LiveRun run) throws Exception {
    run.control().ensureExists();
    try (var writer = run.control().writer()) {
      writer.deploy("beats", document("beats", 1));
      writer.deploy("gone", document("gone", 1));
      writer.stop("gone");
      writer.deploy("rubbish", "\u0000]");
      writer.deploy("astray", document("another", 1));
      writer.deploy("alone", document("alone", 3));
    }
  }

  /** Goes on for about as long as a savepoint takes. */
  private static List<String> deployMany(LiveRun run) throws Exception {
    List<String> requests = new ArrayList<>();
    try (var writer = run.control().writer()) {
      for (int index = 0; index < IN_FLIGHT; index++) {
        String id = "flies-%02d".formatted(index);
        requests.add(writer.deploy(id, document(id, 1)));
        Thread.sleep(50);
      }
    }
    return requests;
  }

  private static List<StatusRecord> news(LiveRun run, int known) {
    return run.status().subList(known, run.status().size()).stream()
        .filter(status -> status.kind() != StatusKind.PROGRESS)
        .toList();
  }

  @Test
  void theTopicBeatsFilesAndARestoredJobGoesOn(@InjectMiniCluster MiniCluster cluster)
      throws Exception {
    LiveRun run = LiveRun.prepare(cluster, broker, "files", 1, SETTINGS);
    fill(run);
    run.start(
        2, List.of(file("beats", 5), file("gone", 9), file("rubbish", 1), file("only-file", 1)));

    assertThat(entered(run, 1)).containsExactly("alone 3", "beats 1", "only-file 1", "rubbish 1");
    Told told = new Told(run, T);
    assertThat(told.answers())
        .containsExactly(
            "alone running 3",
            "beats running 1",
            "only-file running 1",
            "rubbish running 1",
            "rubbish refused",
            "astray refused");

    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<List<String>> sending = thread.submit(() -> deployMany(run));
    run.await(status -> status.scenarioId().filter("flies-02"::equals).isPresent());
    String savepoint = run.stop(directory);
    List<String> requests = sending.get();
    thread.shutdown();
    int known = run.status().size();
    run.start(
        3,
        List.of(file("beats", 9), file("gone", 10), file("only-file", 2), file("new", 1)),
        Optional.of(savepoint));
    for (String request : requests) {
      run.await(
          status ->
              status.kind() == StatusKind.RUNNING
                  && status.request().filter(request::equals).isPresent());
    }
    run.await(
        status ->
            status.scenarioId().filter("new"::equals).isPresent()
                && status.kind() == StatusKind.RUNNING);
    for (String request : requests) {
      assertThat(
              run.status().stream()
                  .filter(status -> status.request().filter(request::equals).isPresent())
                  .map(StatusRecord::kind))
          .as("told again where it went on")
          .startsWith(StatusKind.ACCEPTED, StatusKind.RUNNING)
          .containsOnlyOnce(StatusKind.ACCEPTED);
    }
    List<String> flying =
        IntStream.range(0, IN_FLIGHT).mapToObj("flies-%02d 1"::formatted).toList();
    List<String> news = news(run, known).stream().map(told::answer).toList();
    assertThat(news)
        .contains(
            "alone running 3",
            "beats running 1",
            "rubbish running 1",
            "flies-00 running 1 at 1M0.002S")
        .containsOnlyOnce("only-file accepted 2", "new accepted 1", "new running 1 at 1M0.002S")
        .noneMatch(answer -> answer.contains("gone"));
    assertThat(entered(run, 2))
        .containsExactlyElementsOf(
            Stream.of(
                    List.of("alone 3", "beats 1"),
                    flying,
                    List.of("new 1", "only-file 2", "rubbish 1"))
                .flatMap(List::stream)
                .toList());
    run.cancel();
  }

  @Test
  void whereDeploymentsAreOffFilesSayAll(@InjectMiniCluster MiniCluster cluster) throws Exception {
    List<String> off = new ArrayList<>(SETTINGS);
    off.addAll(List.of("scenarios.controlTopic=off", "scenarios.files=scenarios"));
    LiveRun run = LiveRun.prepare(cluster, broker, "off", 1, off);
    run.start(2, List.of(file("a", 1), file("b", 1)));
    assertThat(entered(run, 1)).containsExactly("a 1", "b 1");

    String savepoint = run.stop(directory);
    run.start(1, List.of(file("a", 2), file("c", 1)), Optional.of(savepoint));
    run.await(
        status ->
            status.scenarioId().filter("c"::equals).isPresent()
                && status.kind() == StatusKind.RUNNING);

    assertThat(entered(run, 2)).containsExactly("a 2", "b 1", "c 1");
    assertThat(new Told(run, T).answers())
        .contains(
            "a running 1", "b running 1", "a running 2 at 1M0.002S", "c running 1 at 1M0.002S")
        .doesNotContain("b accepted 1");
    run.cancel();
  }
}
