package dev.wend.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.job.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario is started, updated in each way, refused and stopped while the job runs. */
class DeploymentLifeCycleITCase extends OnOneCluster {
  private static final long T = Instant.parse("2026-01-05T08:00:00Z").toEpochMilli();
  private static final String ASKS =
      """
      { "id": "viewed", "version": 1, "name": "Viewed", "status": "active", "nodes": [
        { "id": "start", "type": "trigger", "on": { "event": "product-viewed" }, "next": "form" },
        { "id": "form", "type": "condition", "if": { "event": "form-submitted" }, "within": "PT1H", "yes": "mail", "no": "done" },
        { "id": "mail", "type": "send-email", "template": "version-1", "next": "done" },
        { "id": "done", "type": "end" } ] }
      """;

  @TempDir private Path directory;
  private LiveRun run;

  private static long minute(long minutes) {
    return T + Duration.ofMinutes(minutes).toMillis();
  }

  private void view(String customerId, long minute) throws Exception {
    run.send(0, List.of(Viewed.event(customerId + minute, customerId, minute(minute))));
  }

  private void submitForm(String customerId, long minute) throws Exception {
    String view = Viewed.event(customerId + minute, customerId, minute(minute));
    run.send(0, List.of(view.replace("Product Viewed", "Form Submitted")));
  }

  /** An event that concerns nobody moves the clock of events to just before it. */
  private void reach(long minute) throws Exception {
    String view = Viewed.event("tick-" + minute, "nobody", minute(minute));
    run.send(0, List.of(view.replace("Product Viewed", "Products Searched")));
    LiveRun.await(
        () -> run.watermark().orElse(Long.MIN_VALUE) >= minute(minute) - 1, "no minute " + minute);
  }

  private CommandRun command(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(run.arguments());
    return CommandRun.of(all.toArray(String[]::new));
  }

  private CommandRun deploy(String document) throws Exception {
    Path file = directory.resolve("viewed.json");
    Files.writeString(file, document);
    return command("deploy", file.toString());
  }

  private StatusRecord put(String scenarioId, String document) throws Exception {
    try (var writer = run.control().writer()) {
      String request = writer.deploy(scenarioId, document);
      return run.await(status -> status.request().filter(request::equals).isPresent());
    }
  }

  @Test
  void theLifeOfAScenario(@InjectMiniCluster MiniCluster cluster) throws Exception {
    run =
        LiveRun.prepare(
            cluster,
            broker,
            "life",
            1,
            List.of("clock=events", "source.outOfOrderness=PT0S", "source.idleAfter=PT1S"));
    run.start(2, List.of());

    view("anna", 0);
    reach(1);
    assertThat(deploy(ASKS).exitCode()).isZero();
    view("ben", 2);
    view("carl", 2);
    reach(3);
    assertThat(deploy(Viewed.document(2, "PT20M", "finish-old")).exitCode()).isZero();
    view("dora", 4);
    submitForm("ben", 5);
    submitForm("dora", 5);
    reach(13);
    assertThat(deploy(Viewed.document(3, "PT20M", "exit")).exitCode()).isZero();
    view("emil", 14);
    reach(15);
    assertThat(deploy(Viewed.document(4, "PT5M", "restart")).exitCode()).isZero();
    refuse();
    reach(21);
    view("fred", 22);
    reach(23);
    stop();
    view("hugo", 40);
    reach(60);
    assertThat(run.written("dead-letter")).isEmpty();
    assertThat(run.written("late")).isEmpty();
    statusOfTheStopped();
    run.stop(directory);

    Told told = new Told(run, T);
    assertThat(told.trace())
        .containsExactly(
            "ben entered start at 2M of 1",
            "carl entered start at 2M of 1",
            "dora entered start at 4M of 2",
            "ben decided yes at 5M of 1",
            "ben action mail at 5M of 1",
            "ben finished done at 5M of 1",
            "carl exited updated at 12M59.999S of 1",
            "dora exited updated at 12M59.999S of 2",
            "emil entered start at 14M of 3",
            "emil restarted wait at 14M59.999S of 3",
            "emil entered start at 14M59.999S of 4",
            "emil action mail at 19M59.999S of 4",
            "emil finished done at 19M59.999S of 4",
            "fred entered start at 22M of 4",
            "fred exited stopped at 22M59.999S of 4",
            "gina entered start at 24M of 1",
            "gina exited stopped at 24M59.999S of 1");
    assertThat(told.actions())
        .containsExactly("version-1 to ben at 5M", "version-4 to emil at 19M59.999S");
    assertThat(told.answers())
        .containsExactly(
            "viewed accepted 1",
            "viewed running 1 at 1M0.001S",
            "viewed accepted 2",
            "viewed running 2 at 3M0.001S",
            "viewed accepted 3",
            "viewed running 3 at 13M0.001S",
            "viewed accepted 4",
            "viewed running 4 at 15M0.001S",
            "viewed refused 3",
            "viewed unchanged 4",
            "viewed refused",
            "other refused",
            "viewed accepted 4",
            "viewed stopped 4 at 23M",
            "viewed unchanged",
            "viewed accepted 1",
            "viewed running 1 at 23M0.001S",
            "viewed accepted 1",
            "viewed stopped 1 at 25M");
  }

  private void refuse() throws Exception {
    CommandRun lower = deploy(Viewed.document(3, "PT5M", "restart"));
    assertThat(lower.exitCode()).isEqualTo(1);
    assertThat(lower.printed()).contains("version 4 runs; a change needs a version above it");
    assertThat(deploy(Viewed.document(4, "PT5M", "restart")).printed()).contains("unchanged");
    String broken =
        Viewed.document(5, "soon", "restart")
            .replace("\"next\": \"done\"", "\"next\": \"nowhere\"");
    assertThat(deploy(broken).exitCode()).isEqualTo(1);
    StatusRecord refused = put("viewed", broken);
    assertThat(refused.kind()).isEqualTo(StatusKind.REFUSED);
    assertThat(refused.findings())
        .extracting(StatusRecord.Finding::code)
        .containsExactly("SCN012", "SCN102");
    assertThat(put("other", Viewed.document(5, "PT1M", "")).message())
        .hasValue("its key is not the id 'viewed' in it");
  }

  private void stop() throws Exception {
    String draft = Viewed.document(5, "PT5M", "").replace("\"active\"", "\"draft\"");
    assertThat(deploy(draft).exitCode()).isZero();
    assertThat(command("stop", "viewed").printed()).contains("unchanged");
    assertThat(deploy(Viewed.document(1, "PT30M", "")).exitCode()).isZero();
    view("gina", 24);
    reach(25);
    assertThat(command("stop", "viewed").exitCode()).isZero();
  }

  private void statusOfTheStopped() {
    JsonNode status = Told.json(command("status", "--json").printed());
    assertThat(status.path("watermark").asLong()).isEqualTo(minute(60) - 1);
    JsonNode viewed = status.path("scenarios").path(1);
    assertThat(viewed.toString())
        .isEqualTo(
            "{\"scenarioId\":\"viewed\",\"scenarioVersion\":1,\"state\":\"stopped\",\"until\":%d}"
                .formatted(minute(25)));
  }
}
