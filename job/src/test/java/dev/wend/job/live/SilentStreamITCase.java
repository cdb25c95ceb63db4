package dev.wend.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.kafka.Broker;
import dev.wend.event.StatusKind;
import dev.wend.job.operator.ScenarioDocument;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Delays end also where no event comes any more. */
class SilentStreamITCase {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static Broker broker;

  @BeforeAll
  static void startBroker(@TempDir Path directory) throws Exception {
    broker = Broker.start(directory);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void oneEventAndADelay(@InjectMiniCluster MiniCluster cluster) throws Exception {
    LiveRun run =
        LiveRun.prepare(
            cluster,
            broker,
            "silent",
            2,
            List.of("clock=wall", "source.outOfOrderness=PT1S", "source.idleAfter=PT2S"));
    run.start(2, List.of(new ScenarioDocument("viewed.json", Viewed.document(1, "PT3S", ""))));
    long now = Instant.now().toEpochMilli();

    run.send(0, List.of(Viewed.event("m1", "anna", now)));

    assertThat(run.await("actions", 1))
        .singleElement()
        .asString()
        .contains("\"template\":\"version-1\"", "\"timestamp\":" + (now + 3_000));
    assertThat(run.await(status -> status.kind() == StatusKind.RUNNING).timestamp()).isEmpty();
    run.cancel();
  }
}
