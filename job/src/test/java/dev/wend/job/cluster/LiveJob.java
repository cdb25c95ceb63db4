package dev.wend.job.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** The job as it runs on the cluster, seen from outside: through Flink, its topics and {@code wend status}. */
final class LiveJob {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String GROUP = "wend";
  private static final Path JAR = Path.of("target/wend-job.jar").toAbsolutePath();
  private static final Set<String> ENDS =
      Set.of("restarted", "exited", "expired", "condition-not-met", "finished");

  private final FlinkCluster flink;
  private final KafkaServer kafka;
  private final Wend wend;
  private final Path configuration;
  private final String id;

  private LiveJob(FlinkCluster flink, KafkaServer kafka, Wend wend, Path configuration, String id) {
    this.flink = flink;
    this.kafka = kafka;
    this.wend = wend;
    this.configuration = configuration;
    this.id = id;
  }

  /**
   * Submits it and waits until all its tasks run.
   *
   * @param options of {@code flink run}
   */
  static LiveJob start(
      FlinkCluster flink,
      KafkaServer kafka,
      Wend wend,
      Path configuration,
      int parallelism,
      List<String> options)
      throws Exception {
    String id =
        flink.run(JAR, parallelism, options, List.of("run", "--config", configuration.toString()));
    LiveJob job = new LiveJob(flink, kafka, wend, configuration, id);
    Waiting.until("the job runs", PATIENCE, () -> flink.rest().runs(id));
    return job;
  }

  /** The same job, begun again from a savepoint. */
  LiveJob restored(String savepoint, int parallelism) throws Exception {
    return start(flink, kafka, wend, configuration, parallelism, List.of("-s", savepoint));
  }

  String id() {
    return id;
  }

  long restarts() throws Exception {
    return flink.rest().restarts(id);
  }

  /** Waits until it has failed once more and runs again, and its state is safe. */
  void awaitRecovery(long restartsBefore) throws Exception {
    Waiting.until(
        "the job was restarted",
        PATIENCE,
        () -> flink.rest().restarts(id) > restartsBefore && flink.rest().runs(id));
    awaitCheckpoint();
  }

  /** Waits for the end of a checkpoint that is not done yet. */
  void awaitCheckpoint() throws Exception {
    long before = flink.rest().completedCheckpoints(id);
    Waiting.until(
        "a checkpoint is done", PATIENCE, () -> flink.rest().completedCheckpoints(id) > before);
  }

  /** How many messages of the events' topic are behind it for ever. */
  long consumed(Admin admin) throws Exception {
    return new Topic(kafka.address(), "events").taken(admin, GROUP);
  }

  /** How many instances have entered and not ended, by the trace that is committed. */
  int waitingInstances() {
    Set<String> waiting = new HashSet<>();
    for (String line : committed("wend-trace")) {
      JsonNode record = Json.read(line.getBytes(StandardCharsets.UTF_8));
      String instance = record.path("instanceId").asText();
      String kind = record.path("kind").asText();
      if (kind.equals("entered")) {
        waiting.add(instance);
      } else if (ENDS.contains(kind)) {
        waiting.remove(instance);
      }
    }
    return waiting.size();
  }

  List<String> committed(String topic) {
    return new Topic(kafka.address(), topic).committed();
  }

  /** What {@code wend status} says, epoch milliseconds; the lowest number where it says nothing yet. */
  long watermark() throws Exception {
    String printed =
        wend.run("status", "--json", "--config", configuration.toString())
            .lines()
            .filter(line -> line.startsWith("{"))
            .findFirst()
            .orElseThrow();
    return Json.read(printed.getBytes(StandardCharsets.UTF_8))
        .path("watermark")
        .asLong(Long.MIN_VALUE);
  }

  /** Waits until every event is behind it and its clock stands still; where. */
  long awaitEnd(Admin admin) throws Exception {
    long size = new Topic(kafka.address(), "events").size(admin);
    Waiting.until("all events are read", PATIENCE, () -> consumed(admin) == size);
    Last last = new Last(Long.MIN_VALUE);
    Waiting.until(
        "the watermark stands still",
        PATIENCE,
        () -> {
          awaitCheckpoint();
          awaitCheckpoint();
          return last.isAgain(watermark());
        });
    return last.value;
  }

  /** Stops it with a savepoint; where that is. */
  String stop() throws Exception {
    return flink.stop(id);
  }

  private static final class Last {
    private long value;

    Last(long value) {
      this.value = value;
    }

    boolean isAgain(long next) {
      boolean again = next == value && next != Long.MIN_VALUE;
      value = next;
      return again;
    }
  }
}
