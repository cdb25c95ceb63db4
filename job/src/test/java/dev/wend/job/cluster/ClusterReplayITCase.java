package dev.wend.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A replay that is submitted to a job manager and task managers, processes of their own, of which all are killed: its files and
 * its report are those that {@code wend replay} writes in one process, byte for byte.
 */
class ClusterReplayITCase {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path CLUSTER = Path.of("target/cluster").toAbsolutePath();
  private static final Path LOGS = CLUSTER.resolve("replay-logs");
  private static final Path JAR = Path.of("target/wend-job.jar").toAbsolutePath();

  private final Wend wend = new Wend(LOGS);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @BeforeAll
  static void skipWhereItCannotRun() throws Exception {
    ClusterRequirements.orSkip();
  }

  @Test
  void taskManagersThatAreKilledChangeNothing() throws Exception {
    wend.run(
        "generate",
        "--customers=4000",
        "--days=30",
        "--seed=11",
        "--gzip",
        "--out=" + directory.resolve("events"));
    wend.run(arguments("here").toArray(String[]::new));
    try (FlinkCluster flink = FlinkCluster.start(home(), 2, LOGS)) {
      try (JavaProcess client = flink.submit(JAR, 3, arguments("cluster"))) {
        killInTheMiddle(flink, client);
        client.awaitSuccess(PATIENCE);
        assertThat(client.printed()).contains("Written to " + directory.resolve("cluster/replay"));
      }
    }
    assertThat(summary().at("/input/files").asInt()).isEqualTo(30 + 5);
    assertThat(names("cluster")).isEqualTo(names("here")).contains("replay/actions.jsonl");
    for (String name : names("here")) {
      assertThat(directory.resolve("cluster").resolve(name))
          .hasSameBinaryContentAs(directory.resolve("here").resolve(name));
    }
  }

  private FlinkHome home() throws Exception {
    return FlinkHome.create(
        CLUSTER.resolve("flink/lib"),
        directory.resolve("flink"),
        Map.of(
            "execution.checkpointing.dir", directory.resolve("checkpoints").toUri().toString(),
            "heartbeat.interval", "1s",
            "heartbeat.timeout", "5s"));
  }

  private List<String> arguments(String where) throws Exception {
    return List.of(
        "replay",
        "--quiet",
        "--scenarios",
        Path.of("../conf/scenarios").toRealPath().toString(),
        "--events",
        directory.resolve("events").toString(),
        Path.of("../connectors/src/test/resources").toRealPath()
            + "/**/native-{none,snappy,gzip,zstd,lz4}.parquet",
        "--out",
        directory.resolve(where).resolve("replay").toString(),
        "--report",
        directory.resolve(where).resolve("report").toString());
  }

  /** When some tasks have ended and others are at work, all of it on the task managers that are killed. */
  private static void killInTheMiddle(FlinkCluster flink, JavaProcess client) throws Exception {
    String job =
        Waiting.value(
            "the job is there",
            PATIENCE,
            () -> {
              assertThat(client.isAlive()).as(client::lastWords).isTrue();
              return flink.rest().job();
            });
    Waiting.until(
        "a task runs behind one that has ended",
        PATIENCE,
        () -> flink.rest().tasks(job, "FINISHED") > 0 && flink.rest().tasks(job, "RUNNING") > 0);
    flink.killTaskManager();
    flink.killTaskManager();
    flink.startTaskManager();
    flink.startTaskManager();
    Waiting.until(
        "work is done again", PATIENCE, () -> !client.isAlive() || flink.rest().restarts(job) > 0);
  }

  private JsonNode summary() throws Exception {
    return Json.read(Files.readAllBytes(directory.resolve("cluster/replay/summary.json")));
  }

  private List<String> names(String where) throws Exception {
    Path root = directory.resolve(where);
    List<String> names = new ArrayList<>();
    try (Stream<Path> found = Files.walk(root)) {
      found
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .forEach(names::add);
    }
    return names;
  }
}
