package dev.wend.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged job on a broker, a job manager and task managers that are processes of their own, with task managers that
 * are killed: what comes out is what a replay of the same events writes. {@code .ci/cluster} runs this alone; the logs of
 * all processes are in {@code target/cluster/logs}.
 */
class ClusterITCase {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path CLUSTER = Path.of("target/cluster").toAbsolutePath();
  private static final Path LOGS = CLUSTER.resolve("logs");
  private static final int LEAST_EVENTS = 200_000;
  private static final int EVENTS_PER_SECOND = 3_000;

  private final Wend wend = new Wend(LOGS);
  private final long begin = System.nanoTime();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @BeforeAll
  static void skipWhereItCannotRun() throws Exception {
    ClusterRequirements.orSkip();
  }

  @Test
  void killedTwiceStoppedAndRescaledItDoesWhatAReplayDoes() throws Exception {
    Path events = directory.resolve("events");
    wend.run(
        "generate",
        "--customers",
        "8600",
        "--days",
        "30",
        "--seed",
        "4",
        "--out",
        events.toString());
    try (KafkaServer kafka =
            KafkaServer.start(CLUSTER.resolve("kafka/lib"), directory.resolve("kafka"), LOGS);
        FlinkCluster flink = startFlink();
        Admin admin = kafka.admin();
        EventFeed feed = EventFeed.start(events, kafka.address(), "events", EVENTS_PER_SECOND)) {
      assertThat(feed.size()).isGreaterThanOrEqualTo(LEAST_EVENTS);
      createTopics(kafka);
      LiveJob job = LiveJob.start(flink, kafka, wend, configuration(kafka), 3, List.of());
      say("the job runs");
      killInTheMiddle(flink, job, feed, admin, 0.25, 0.5);
      killInTheMiddle(flink, job, feed, admin, 0.55, 0.75);
      long restarts = job.restarts();
      assertThat(restarts).isGreaterThanOrEqualTo(2);
      feed.allow(0.9);
      String savepoint = job.stop();
      say(
          "stopped with a savepoint after "
              + restarts
              + " restarts, "
              + percent(feed.written())
              + " written");
      LiveJob restored = job.restored(savepoint, 4);
      say("restored at another parallelism");
      feed.allow(1);
      Waiting.until("all events are written", PATIENCE, () -> feed.written() == 1);
      long watermark = restored.awaitEnd(admin);
      say("all " + feed.size() + " events read, watermark " + Instant.ofEpochMilli(watermark));
      restored.stop();
      assertThat(Topic.openTransactions(admin)).isEmpty();
      compare(restored, events, watermark);
    }
  }

  private FlinkCluster startFlink() throws Exception {
    FlinkHome home =
        FlinkHome.create(
            CLUSTER.resolve("flink/lib"),
            directory.resolve("flink"),
            Map.of(
                "execution.checkpointing.dir", directory.resolve("checkpoints").toUri().toString(),
                "heartbeat.interval", "2s",
                "heartbeat.timeout", "8s"));
    FlinkCluster flink = FlinkCluster.start(home, 2, LOGS);
    say("two task managers are registered");
    return flink;
  }

  private static void createTopics(KafkaServer kafka) throws Exception {
    Map<String, String> compacted = Map.of("cleanup.policy", "compact");
    kafka.create(
        List.of(
            new NewTopic("events", 4, (short) 1),
            new NewTopic("wend-actions", 2, (short) 1),
            new NewTopic("wend-trace", 2, (short) 1),
            new NewTopic("wend-late", 1, (short) 1),
            new NewTopic("wend-dead-letter", 1, (short) 1),
            new NewTopic("wend-status", 1, (short) 1).configs(compacted),
            new NewTopic("wend-control", 1, (short) 1).configs(compacted)));
  }

  /**
   * All that the generator's senders are late stays within the bound. On a slow machine a task may begin many seconds after
   * another one: were its partitions taken for idle until then, their events would be late.
   */
  private Path configuration(KafkaServer kafka) throws Exception {
    return Files.writeString(
        directory.resolve("wend.yaml"),
        """
        source:
          kafka: {bootstrapServers: ["%s"], topics: [events], start: earliest}
          outOfOrderness: PT15M
          idleAfter: PT1M
        clock: events
        scenarios: {files: ["%s"]}
        checkpointing: {interval: PT2S}
        """
            .formatted(kafka.address(), Path.of("../conf/scenarios").toRealPath()));
  }

  /** Kills a task manager between 20 and 80 % of the input, in the middle of a transaction and of journeys. */
  private void killInTheMiddle(
      FlinkCluster flink, LiveJob job, EventFeed feed, Admin admin, double from, double upTo)
      throws Exception {
    long restarts = job.restarts();
    feed.allow(upTo);
    Waiting.until("enough is read", PATIENCE, () -> job.consumed(admin) >= from * feed.size());
    assertThat(job.waitingInstances()).as("instances that wait").isPositive();
    Waiting.until(
        "a transaction is open", PATIENCE, () -> !Topic.openTransactions(admin).isEmpty());
    JavaProcess victim = flink.killTaskManager();
    double read = (double) job.consumed(admin) / feed.size();
    assertThat(Topic.openTransactions(admin)).as("transactions left open").isNotEmpty();
    assertThat(read).isBetween(0.2, 0.8);
    assertThat(feed.written()).isBetween(0.2, 0.8);
    say(
        "killed %s with %s read, %s written"
            .formatted(victim.name(), percent(read), percent(feed.written())));
    flink.startTaskManager();
    job.awaitRecovery(restarts);
    say("recovered");
  }

  private void compare(LiveJob job, Path events, long watermark) throws Exception {
    Path replay = directory.resolve("replay");
    wend.run(
        "replay",
        "--quiet",
        "--scenarios",
        "../conf/scenarios",
        "--events",
        events.toString(),
        "--as-of",
        Instant.ofEpochMilli(watermark).toString(),
        "--out",
        replay.toString());
    List<String> actions = Files.readAllLines(replay.resolve("actions.jsonl"));
    assertThat(job.committed("wend-late")).isEmpty();
    assertThat(job.committed("wend-actions")).containsExactlyInAnyOrderElementsOf(actions);
    assertThat(job.committed("wend-trace"))
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(replay.resolve("trace.jsonl")));
    say(actions.size() + " actions, the same as in the replay");
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  private void say(String what) {
    System.out.println(Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s  " + what);
  }
}
