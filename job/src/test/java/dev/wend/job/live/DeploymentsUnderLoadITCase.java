package dev.wend.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.job.operator.ScenarioDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.junit.jupiter.api.Test;

/** Scenarios come and change while events stream in. */
class DeploymentsUnderLoadITCase extends OnOneCluster {
  private static final int MANY = 100;
  private static final int SCENARIOS = 10;
  private static final List<String> SETTINGS =
      List.of("clock=wall", "source.outOfOrderness=PT1S", "source.idleAfter=PT1S");

  private static String mails(String id, int version, String onUpdate) {
    return Viewed.document(version, "PT0.1S", onUpdate).replace("\"viewed\"", "\"" + id + "\"");
  }

  private static ScenarioDocument always() {
    return new ScenarioDocument(
        "always.json", mails("always", 1, "").replace("product-viewed", "form-submitted"));
  }

  private static List<JsonNode> entries(LiveRun run, String scenarioId) {
    return run.written("trace").stream()
        .map(Told::json)
        .filter(record -> record.path("kind").asText().equals("entered"))
        .filter(record -> record.path("scenarioId").asText().equals(scenarioId))
        .toList();
  }

  private static Set<String> customers(List<JsonNode> records) {
    Set<String> customers =
        records.stream().map(each -> each.path("customerId").asText()).collect(Collectors.toSet());
    assertThat(customers).as("entered once each").hasSameSizeAs(records);
    return customers;
  }

  /** What is never asked for before is not fed; from the time that is told on, nothing is missed. */
  @Test
  void nothingIsMissedFromTheTimeThatIsTold(@InjectMiniCluster MiniCluster cluster)
      throws Exception {
    LiveRun run = LiveRun.prepare(cluster, broker, "from", 2, SETTINGS).start(2, List.of(always()));
    try (EventStream stream = new EventStream(run)) {
      stream.awaitSent(200);
      long before = stream.lastTimestamp();
      LiveRun.await(() -> run.watermark().orElse(Long.MIN_VALUE) > before, "time stands still");
      String request;
      try (var writer = run.control().writer()) {
        request = writer.deploy("viewed", mails("viewed", 1, ""));
      }
      StatusRecord running =
          run.await(
              status ->
                  status.kind() == StatusKind.RUNNING
                      && status.request().filter(request::equals).isPresent());
      long from = running.timestamp().orElseThrow();
      stream.awaitSent(stream.sent() + 200);
      stream.end();
      Set<String> expected = stream.customersSince(from);
      assertThat(expected.size()).isBetween(200, stream.sent() - 200);
      LiveRun.await(
          () -> run.watermark().orElse(Long.MIN_VALUE) > stream.lastTimestamp(), "no end");

      assertThat(customers(entries(run, "always"))).hasSize(stream.sent());
      Set<String> entered = customers(entries(run, "viewed"));
      assertThat(entered).containsAll(expected);
      assertThat(entered).isSubsetOf(stream.customersSince(before + 1));
    }
    run.cancel();
  }

  @Test
  void aHundredDeploymentsAtOnce(@InjectMiniCluster MiniCluster cluster) throws Exception {
    LiveRun run =
        LiveRun.prepare(cluster, broker, "hundred", 2, SETTINGS).start(2, List.of(always()));
    List<String> requests = new ArrayList<>();
    try (EventStream stream = new EventStream(run)) {
      stream.awaitSent(100);
      long begun = System.nanoTime();
      try (var writer = run.control().writer()) {
        for (int index = 0; index < MANY; index++) {
          String id = "changes-" + index % SCENARIOS;
          String onUpdate = List.of("finish-old", "exit", "restart").get(index % 3);
          requests.add(writer.deploy(id, mails(id, index + 1, onUpdate)));
        }
      }
      LiveRun.await(() -> runningRequests(run).containsAll(requests), "not all are answered");
      System.out.println("HUNDRED in ms " + (System.nanoTime() - begun) / 1_000_000);
      long settled =
          run.status().stream()
              .map(StatusRecord::timestamp)
              .flatMapToLong(time -> time.stream())
              .max()
              .orElseThrow();
      stream.awaitSent(stream.sent() + 200);
      stream.end();
      LiveRun.await(
          () -> run.watermark().orElse(Long.MIN_VALUE) > stream.lastTimestamp() + 100, "no end");

      assertThat(run.status().stream().filter(status -> status.kind() == StatusKind.ACCEPTED))
          .hasSize(MANY);
      assertThat(run.status().stream().filter(status -> status.kind() == StatusKind.REFUSED))
          .isEmpty();
      assertThat(customers(entries(run, "always"))).hasSize(stream.sent());
      for (int scenario = 0; scenario < SCENARIOS; scenario++) {
        int last = MANY - SCENARIOS + scenario + 1;
        Set<String> entered =
            entries(run, "changes-" + scenario).stream()
                .filter(entry -> entry.path("scenarioVersion").asInt() == last)
                .map(entry -> entry.path("customerId").asText())
                .collect(Collectors.toSet());
        assertThat(entered).containsAll(stream.customersSince(settled));
      }
      assertThat(run.written("dead-letter")).isEmpty();
      assertThat(run.written("late")).isEmpty();
    }
    run.cancel();
  }

  private static Set<String> runningRequests(LiveRun run) {
    return run.status().stream()
        .filter(status -> status.kind() == StatusKind.RUNNING)
        .flatMap(status -> status.request().stream())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
