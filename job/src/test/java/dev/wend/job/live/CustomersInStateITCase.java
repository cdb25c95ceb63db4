package dev.wend.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.job.operator.ScenarioDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.junit.jupiter.api.Test;

/** What a start and a stop do to many customers who are in state already. */
class CustomersInStateITCase extends OnOneCluster {
  private static final long T = Instant.parse("2026-01-05T08:00:00Z").toEpochMilli();
  private static final int MEMBERS = 20_000;
  private static final Duration LONGEST_CHECKPOINT = Duration.ofSeconds(10);
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private LiveRun run;

  private static String triggered(String id, int version, String on) {
    return Viewed.document(version, "P1D", "")
        .replace("\"viewed\"", "\"" + id + "\"")
        .replace("{ \"event\": \"product-viewed\" }", on);
  }

  private static String members(int version) {
    return triggered("members", version, "{ \"segment\": \"women\", \"members\": \"current\" }");
  }

  private static String dated(String id, String date) {
    return triggered(id, 1, "{ \"date\": \"" + date + "\", \"segment\": \"women\" }");
  }

  private static String joined(String customerId, long timestamp) {
    return """
        { "type": "track", "event": "Audience Entered", "messageId": "joined-%s", "userId": "%s", "timestamp": %d, "properties": { "audience_key": "women" } }"""
        .formatted(customerId, customerId, timestamp);
  }

  private void reach(long timestamp) throws Exception {
    run.send(0, List.of(joined("tick-" + timestamp, timestamp + 1)));
    LiveRun.await(() -> run.watermark().orElse(Long.MIN_VALUE) >= timestamp, "time stands still");
  }

  private StatusRecord settled(String request) throws Exception {
    return run.await(
        status ->
            status.request().filter(request::equals).isPresent()
                && (status.kind() == StatusKind.RUNNING || status.kind() == StatusKind.STOPPED));
  }

  private StatusRecord deploy(String id, String document) throws Exception {
    try (var writer = run.control().writer()) {
      return settled(writer.deploy(id, document));
    }
  }

  private long told(String scenarioId, String kind) {
    return run.written("trace").stream()
        .filter(line -> line.contains("\"kind\":\"" + kind + "\""))
        .filter(line -> line.contains("\"scenarioId\":\"" + scenarioId + "\""))
        .filter(line -> line.contains("\"customerId\":\"member-"))
        .count();
  }

  private void awaitTold(String scenarioId, String kind) throws Exception {
    awaitTold(scenarioId, kind, MEMBERS);
  }

  /** Reading all is much work, so that it is not done too often. */
  private void awaitTold(String scenarioId, String kind, long times) throws Exception {
    LiveRun.await(
        () -> {
          Thread.sleep(1_000);
          return told(scenarioId, kind) >= times;
        },
        "not " + times + " " + kind + " of " + scenarioId);
  }

  @Test
  void manyCustomersTakeStartsAndAStop(@InjectMiniCluster MiniCluster cluster) throws Exception {
    run =
        LiveRun.prepare(
            cluster,
            broker,
            "many",
            1,
            List.of("clock=events", "source.outOfOrderness=PT0S", "source.idleAfter=PT1S"));
    run.start(2, List.<ScenarioDocument>of());
    run.send(
        0, IntStream.range(0, MEMBERS).mapToObj(index -> joined("member-" + index, T)).toList());
    reach(T + HOUR);
    CheckpointStatsSnapshot before = checkpoints(cluster);

    deploy("members", members(1));
    awaitTold("members", "entered");
    deploy("members", members(2));
    deploy("later", dated("later", "2026-01-05T10:00:00Z"));
    deploy("passed", dated("passed", "2026-01-05T08:30:00Z"));
    reach(T + 3 * HOUR);
    List<String> requests = new ArrayList<>();
    try (var writer = run.control().writer()) {
      requests.add(writer.stop("members"));
      requests.add(writer.stop("later"));
    }
    for (String request : requests) {
      assertThat(settled(request).kind()).isEqualTo(StatusKind.STOPPED);
    }
    deploy("members", members(1));
    awaitTold("members", "entered", 2L * MEMBERS);

    for (String exited : List.of("members", "later")) {
      assertThat(told(exited, "exited")).isEqualTo(MEMBERS);
    }
    assertThat(told("later", "entered")).isEqualTo(MEMBERS);
    assertThat(told("passed", "entered")).isZero();
    assertThat(told("members", "entered")).as("a start, not a version").isEqualTo(2L * MEMBERS);
    assertThat(run.written("late")).isEmpty();
    goOn(before, checkpoints(cluster));
    run.cancel();
  }

  private static void goOn(CheckpointStatsSnapshot before, CheckpointStatsSnapshot after) {
    assertThat(after.getCounts().getNumberOfFailedCheckpoints())
        .isEqualTo(before.getCounts().getNumberOfFailedCheckpoints());
    assertThat(after.getCounts().getNumberOfCompletedCheckpoints())
        .isGreaterThan(before.getCounts().getNumberOfCompletedCheckpoints() + 2);
    assertThat(after.getSummaryStats().getEndToEndDurationStats().getMaximum())
        .isLessThan(LONGEST_CHECKPOINT.toMillis());
  }

  private CheckpointStatsSnapshot checkpoints(MiniCluster cluster) throws Exception {
    return cluster.getExecutionGraph(run.job()).get().getCheckpointStatsSnapshot();
  }
}
