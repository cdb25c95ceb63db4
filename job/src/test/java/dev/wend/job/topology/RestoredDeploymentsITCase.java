package dev.wend.job.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs, and what is on its way to the intake, is there again after a restore. */
class RestoredDeploymentsITCase {
  private static final long T = Instant.parse("2026-01-05T08:00:00Z").toEpochMilli();
  private static final Path FORMER =
      Path.of("src/test/resources/savepoints/intake-with-two-inputs");
  private static final int PARTITIONS = 3;
  private static final int ROUNDS = 8;
  private static final int AT_ONCE = 5;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir private Path directory;

  private static Optional<String> document(String id, int version) {
    return Optional.of(
        """
        { "id": "%s", "version": %d, "name": "Viewed", "status": "active", "nodes": [
          { "id": "start", "type": "trigger", "on": { "event": "product-viewed" }, "next": "wait" },
          { "id": "wait", "type": "delay", "for": "PT1H", "next": "done" },
          { "id": "done", "type": "end" } ] }
        """
            .formatted(id, version));
  }

  private static long minute(long minutes) {
    return T + Duration.ofMinutes(minutes).toMillis();
  }

  private static void view(ScriptedJob job, String customer, long timestamp) {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      job.view(partition, customer + "-" + partition, timestamp);
    }
    job.reach(timestamp);
  }

  private static void assertEntered(ScriptedJob job, String customer, List<String> scenarios)
      throws Exception {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      String each = customer + "-" + partition;
      ScriptedJob.await(
          () -> job.entered(each).size() >= scenarios.size(), each + " does not enter them all");
      assertThat(job.entered(each)).containsExactlyInAnyOrderElementsOf(scenarios);
    }
  }

  /** The savepoint holds a scenario that was deployed, three customers who entered it, and all read so far. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aSavepointOfWhenTheIntakeHadAnInputForDeployments(
      int parallelism, @InjectMiniCluster MiniCluster cluster) throws Exception {
    ScriptedJob job = new ScriptedJob(cluster, "former-" + parallelism, PARTITIONS);
    job.ask("viewed", document("viewed", 1));
    view(job, "customer", T);
    job.start(parallelism, Duration.ofMillis(100), List.of(), Optional.of(FORMER));

    view(job, "later", minute(1));
    assertEntered(job, "later", List.of("viewed 1"));
    String request = job.ask("viewed", document("viewed", 2));
    StatusRecord running = job.await(request, StatusKind.RUNNING);
    assertThat(running.timestamp()).hasValue(minute(1) + 2);
    view(job, "last", minute(2));
    assertEntered(job, "last", List.of("viewed 2"));
    assertEntered(job, "customer", List.of());
    job.cancel();
  }

  @Test
  void deploymentsThatAreOnTheirWay(@InjectMiniCluster MiniCluster cluster) throws Exception {
    ScriptedJob job = new ScriptedJob(cluster, "flying", PARTITIONS);
    view(job, "first", T);
    job.start(2, Duration.ofMillis(10), List.of(), Optional.empty());
    List<String> requests = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int index = 0; index < AT_ONCE; index++) {
        requests.add(ask(job, requests.size()));
        Thread.sleep(round);
      }
      job.events().fail();
      requests.add(ask(job, requests.size()));
      job.await(requests.get(requests.size() - 1), StatusKind.RUNNING);
    }
    for (int index = 0; index < AT_ONCE; index++) {
      requests.add(ask(job, requests.size()));
    }
    Path savepoint = job.stop(directory);
    job.start(3, Duration.ofMillis(10), List.of(), Optional.of(savepoint));
    for (String request : requests) {
      job.await(request, StatusKind.RUNNING);
    }

    view(job, "last", minute(1));
    List<String> all = new ArrayList<>();
    for (int index = 0; index < requests.size(); index++) {
      all.add("flies-" + index + " 1");
    }
    assertEntered(job, "last", all);
    job.cancel();
  }

  private static String ask(ScriptedJob job, int number) {
    String id = "flies-" + number;
    return job.ask(id, document(id, 1));
  }
}
