package dev.wend.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job under a steady load for as long as {@code -Dwend.soak=PT20M} says, at {@code -Dwend.soak.rate=N} events a second, else
 * at 80 % of what it reads when it is given more than it can. It prints memory, state and file handles, which should level off;
 * no part of the build.
 */
class SoakITCase {
  private static final Path CLUSTER = Path.of("target/cluster").toAbsolutePath();
  private static final Path LOGS = CLUSTER.resolve("soak-logs");
  private static final Duration INTERVAL = Duration.ofSeconds(20);
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final int CUSTOMERS = 100_000;
  private static final int MORE_THAN_ENOUGH = 40_000;

  @TempDir private Path directory;

  @BeforeAll
  static void skipWhereItIsNotAskedFor() throws Exception {
    assumeTrue(
        System.getProperty("wend.soak") != null, "skipped: -Dwend.soak=PT20M asks for a soak");
    ClusterRequirements.orSkip();
  }

  @Test
  void memoryStateAndHandlesLevelOff() throws Exception {
    Duration duration = Duration.parse(System.getProperty("wend.soak"));
    try (KafkaServer kafka =
            KafkaServer.start(CLUSTER.resolve("kafka/lib"), directory.resolve("kafka"), LOGS);
        FlinkCluster flink = FlinkCluster.start(home(), 2, LOGS);
        Admin admin = kafka.admin()) {
      kafka.create(List.of(new NewTopic("events", 4, (short) 1)));
      LiveJob job = LiveJob.start(flink, kafka, new Wend(LOGS), configuration(kafka), 2, List.of());
      try (SteadyFeed feed =
          SteadyFeed.start(kafka.address(), "events", MORE_THAN_ENOUGH, CUSTOMERS)) {
        feed.pace(rate(job, feed, admin));
        watch(flink, job, feed, admin, duration);
      }
      assertThat(job.restarts()).isZero();
    }
  }

  private static int rate(LiveJob job, SteadyFeed feed, Admin admin) throws Exception {
    Integer given = Integer.getInteger("wend.soak.rate");
    if (given != null) {
      return given;
    }
    Thread.sleep(WARM_UP.toMillis());
    long before = job.consumed(admin);
    Thread.sleep(WARM_UP.toMillis());
    long read = job.consumed(admin) - before;
    int rate = (int) (0.8 * read / WARM_UP.toSeconds());
    System.out.println(
        "at most " + read / WARM_UP.toSeconds() + " events/s were read, going on at " + rate);
    feed.pace(1);
    Waiting.until(
        "the backlog is read",
        Duration.ofMinutes(3),
        () -> feed.sent() - job.consumed(admin) < rate);
    return rate;
  }

  private void watch(
      FlinkCluster flink, LiveJob job, SteadyFeed feed, Admin admin, Duration duration)
      throws Exception {
    System.out.println("seconds,sent,behind,heap MB,state MB,file handles,checkpoint ms");
    long begin = System.nanoTime();
    long seconds = 0;
    while (seconds < duration.toSeconds()) {
      Thread.sleep(INTERVAL.toMillis());
      seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
      FlinkRest.Checkpoint last = flink.rest().lastCheckpoint(job.id());
      System.out.printf(
          "%d,%d,%d,%d,%d,%d,%d%n",
          seconds,
          feed.sent(),
          feed.sent() - job.consumed(admin),
          flink.rest().heapUsed() >> 20,
          last.bytes() >> 20,
          flink.fileHandles(),
          last.millis());
    }
  }

  private FlinkHome home() throws Exception {
    return FlinkHome.create(
        CLUSTER.resolve("flink/lib"),
        directory.resolve("flink"),
        Map.of(
            "execution.checkpointing.dir", directory.resolve("checkpoints").toUri().toString(),
            "jobmanager.memory.process.size", "1024m",
            "taskmanager.memory.process.size", "1800m",
            "taskmanager.memory.managed.size", "400m"));
  }

  private Path configuration(KafkaServer kafka) throws Exception {
    Path scenarios = Files.createDirectories(directory.resolve("scenarios"));
    Files.writeString(scenarios.resolve("cart.json"), scenario("cart", "product-added-to-cart"));
    Files.writeString(scenarios.resolve("viewed.json"), scenario("viewed", "product-viewed"));
    return Files.writeString(
        directory.resolve("wend.yaml"),
        """
        source:
          kafka: {bootstrapServers: ["%s"], topics: [events], start: earliest}
          outOfOrderness: PT3S
          idleAfter: PT5S
        dedupHorizon: PT2M
        profileRetention: PT5M
        scenarios: {files: ["%s"]}
        checkpointing: {interval: PT10S}
        """
            .formatted(kafka.address(), scenarios));
  }

  /** An event, a minute without an order, a mail, and another minute. */
  private static String scenario(String id, String event) {
    return """
        { "id": "%s", "version": 1, "name": "Soak", "status": "active",
          "settings": { "duplicateHandling": "move-to-start", "exitWhen": ["order-finalized"], "maxDuration": "PT10M" },
          "nodes": [
            { "id": "start", "type": "trigger", "on": { "event": "%s" }, "next": "wait" },
            { "id": "wait", "type": "delay", "for": "PT1M", "next": "again" },
            { "id": "again", "type": "condition", "if": { "event": "%s" }, "yes": "done", "no": "mail" },
            { "id": "mail", "type": "send-email", "template": "soak", "next": "open" },
            { "id": "open", "type": "condition", "if": { "event": "email-opened", "of": "mail" }, "within": "PT1M", "yes": "done", "no": "done" },
            { "id": "done", "type": "end" } ] }
        """
        .formatted(id, event, event);
  }
}
