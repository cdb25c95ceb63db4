package dev.wend.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import dev.wend.job.operator.HarnessedJob.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random deployments at the same watermarks give the same bytes, wherever the job is restarted and rescaled meanwhile. */
class DeploymentsAnywhereTest {
  private static final Path NASTY = Path.of("src/test/resources/operator");
  private static final String[] ON_UPDATE = {"finish-old", "exit", "restart"};
  private static final int PARTS = 12;
  private static final int MOST_PARALLEL = 3;

  @ParameterizedTest
  @CsvSource({"HEAP, 40", "ROCKSDB, 2"})
  void giveTheSameBytes(Backend backend, long seeds) throws Exception {
    List<String> trace = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      List<CustomerEvent> history = Histories.byTime(Histories.nasty(seed, 20, 400));
      Written quiet = run(Backend.HEAP, seed, history, false);
      assertThat(run(backend, seed, history, true)).as("seed %d", seed).isEqualTo(quiet);
      trace.addAll(quiet.trace());
    }
    assertThat(trace)
        .anyMatch(has("\"reason\":\"updated\""))
        .anyMatch(has("\"reason\":\"stopped\""))
        .anyMatch(has("\"kind\":\"restarted\""))
        .anyMatch(has("\"scenarioVersion\":3"));
  }

  private static Predicate<String> has(String part) {
    return record -> record.contains(part);
  }

  /** A part of the history, a watermark, a deployment, and so on. */
  private static Written run(
      Backend backend, long seed, List<CustomerEvent> history, boolean disturbed) throws Exception {
    Random deployments = new Random(seed);
    Random disturbance = new Random(-seed);
    Map<String, ObjectNode> documents = documents();
    try (HarnessedJob job =
        new HarnessedJob(CompiledOnce.directory(NASTY), backend, disturbed ? 2 : 1)) {
      for (int part = 0; part < PARTS; part++) {
        List<CustomerEvent> events =
            history.subList(history.size() * part / PARTS, history.size() * (part + 1) / PARTS);
        job.events(events);
        watermark(job, events.get(events.size() - 1).timestamp(), disturbed);
        job.control(draw(deployments, documents));
        if (disturbed) {
          disturb(job, disturbance);
        }
        assertThat(job.countedInstances()).as("seed %d", seed).isEqualTo(job.keptInstances());
      }
      job.watermark(Histories.end(history) + Duration.ofDays(1).toMillis());
      return job.written();
    }
  }

  private static void watermark(HarnessedJob job, long timestamp, boolean disturbed)
      throws Exception {
    if (disturbed) {
      job.watermarkForOneSlice(timestamp);
    } else {
      job.watermark(timestamp);
    }
  }

  private static void disturb(HarnessedJob job, Random random) throws Exception {
    for (int mails = random.nextInt(3); mails > 0; mails--) {
      job.runOneMail();
    }
    if (random.nextBoolean()) {
      job.restart(1 + random.nextInt(MOST_PARALLEL));
    }
  }

  /** A new version of some scenario, which also starts it again where it was stopped, or a stop. */
  private static Control draw(Random random, Map<String, ObjectNode> documents) {
    String file =
        documents.keySet().stream().sorted().toList().get(random.nextInt(documents.size()));
    ObjectNode document = documents.get(file);
    if (random.nextInt(4) == 0) {
      return new Control.Stop(document.get("id").textValue(), "");
    }
    document.put("version", document.get("version").intValue() + 1);
    document
        .withObjectProperty("settings")
        .put("onUpdate", ON_UPDATE[random.nextInt(ON_UPDATE.length)]);
    return new Control.Deploy(
        new ScenarioDocument(file, new String(Json.bytes(document), StandardCharsets.UTF_8)));
  }

  private static Map<String, ObjectNode> documents() throws IOException {
    Map<String, ObjectNode> documents = new HashMap<>();
    try (Stream<Path> files = Files.list(NASTY)) {
      for (Path file : files.toList()) {
        documents.put(file.toString(), (ObjectNode) Json.read(Files.readAllBytes(file)));
      }
    }
    return documents;
  }
}
