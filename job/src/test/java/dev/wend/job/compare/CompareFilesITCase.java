package dev.wend.job.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.check.ScenarioChecker;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Step;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.Folder;
import dev.wend.event.Json;
import dev.wend.job.operator.ScenarioDocument;
import dev.wend.job.operator.ScenarioSource;
import dev.wend.job.replay.DocumentScenarios;
import dev.wend.job.replay.HistoryLayout;
import dev.wend.job.replay.Replay;
import dev.wend.job.replay.ReplayConfiguration;
import dev.wend.job.replay.ReplayFailedException;
import dev.wend.job.replay.ReplayPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is left out of a comparison is told, and its files come together or not at all. */
class CompareFilesITCase {
  private static final String DOCUMENT =
      """
      { "id": "thanks", "version": 1, "name": "Thanks", "status": "active",
        "nodes": [
          { "id": "bought", "type": "trigger", "on": { "event": "order-completed" }, "next": "hour" },
          { "id": "hour", "type": "delay", "for": "PT1H", "next": "seen" },
          { "id": "seen", "type": "condition", "if": { "event": "product-viewed" }, "yes": "mail", "no": "done" },
          { "id": "mail", "type": "send-email", "template": "thanks", "next": "done" },
          { "id": "done", "type": "end" } ] }
      """;
  private static final String HISTORY =
      """
      {"type":"track","event":"Order Completed","messageId":"a1","userId":"a","timestamp":"2026-01-01T00:00:00Z"}
      {"type":"track","event":"Order Completed","messageId":"b1","userId":"b","timestamp":"2026-01-01T00:00:00Z"}
      {"type":"track","event":"Product Viewed","messageId":"b2","userId":"b","timestamp":"2026-01-01T00:30:00Z"}
      {"type":"track","event":"Order Completed","messageId":"c1","userId":"c","timestamp":"2026-01-01T00:00:00Z"}
      no event
      """;
  private static final List<String> FILES =
      List.of("compare.json", "dead-letter.jsonl", "differences.jsonl", "index.html");

  @TempDir private Path directory;
  private Path out;

  /** Fails whenever a journey comes to its message. */
  private record Faulty(ScenarioSource sound) implements ScenarioSource {
    private static final long serialVersionUID = 1;

    @Override
    public List<ScenarioDocument> documents() {
      return sound.documents();
    }

    @Override
    public CompiledScenario compile(ScenarioDocument document) {
      CompiledScenario compiled = sound.compile(document);
      Map<String, Step> steps =
          new HashMap<>(compiled.steps()) {
            private static final long serialVersionUID = 1;

            @Override
            public Step get(Object nodeId) {
              if (nodeId.equals("mail")) {
                throw new IllegalStateException("a bug");
              }
              return super.get(nodeId);
            }
          };
      return new CompiledScenario(
          compiled.scenario(), compiled.entrances(), steps, compiled.captures());
    }
  }

  @BeforeEach
  void earlierFiles() throws IOException {
    out = Files.createDirectories(directory.resolve("out"));
    for (String file : FILES) {
      Files.writeString(out.resolve(file), "earlier");
    }
  }

  @Test
  void aCustomerWhoseTimelineFailsIsLeftOutAndTold() throws Exception {
    ScenarioSource sound = scenarios();
    ScenarioSource slower = scenarios(DOCUMENT.replace("PT1H", "PT2H"));

    Comparison comparison = compare(slower, new Faulty(sound), counts -> {});

    assertThat(letters())
        .extracting(
            letter -> letter.path("source").asText(), letter -> letter.path("reason").asText())
        .containsExactly(
            tuple("customer b", "engine-failure"),
            tuple("customer b", "engine-failure"),
            tuple("events.jsonl", "invalid-json"));
    assertThat(letters().get(0).path("detail").asText()).contains("a bug");
    assertThat(letters().get(0).path("text").asText()).contains("b1");
    assertThat(letters().get(1).path("text").asText()).contains("b2");
    assertThat(comparison.input("failures")).isEqualTo(1);
    assertThat(comparison.input("setAside")).isEqualTo(2);
    assertThat(comparison.input("deadLetters")).isEqualTo(1);
    assertThat(comparison.customers()).isEqualTo(2);
    assertThat(Files.readAllLines(out.resolve("differences.jsonl")))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"a\""), line -> assertThat(line).contains("\"c\""));
  }

  @Test
  void theFilesComeTogetherOrNotAtAll() throws Exception {
    assertThatThrownBy(() -> compare(scenarios(), scenarios(), whenAllAreMade()))
        .isInstanceOf(ReplayFailedException.class);

    try (Stream<Path> left = Files.list(out)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(FILES);
    }
    assertThat(FILES).allSatisfy(file -> assertThat(out.resolve(file)).hasContent("earlier"));

    compare(scenarios(), scenarios(), counts -> {});

    assertThat(out.resolve("differences.jsonl")).isEmptyFile();
    assertThat(out.resolve("index.html")).content().contains("<!doctype html>");
  }

  /** Asks to stop when the last of the files has been made, and before any of them is in its place. */
  private Replay.Progress whenAllAreMade() {
    return new Replay.Progress() {
      private boolean made;

      @Override
      public void counts(Map<String, Object> accumulators) {}

      @Override
      public boolean isStopAsked() {
        try (Stream<Path> files = Files.walk(out, 2)) {
          made |=
              files.filter(file -> FILES.contains(file.getFileName().toString())).count()
                  == 2L * FILES.size();
          return made;
        } catch (IOException unreadable) {
          throw new AssertionError(unreadable);
        }
      }
    };
  }

  private Comparison compare(ScenarioSource first, ScenarioSource second, Replay.Progress progress)
      throws IOException, ReplayFailedException {
    Path history = Files.writeString(directory.resolve("events.jsonl"), HISTORY);
    ReplayPlan plan =
        new ReplayPlan(
            first,
            List.of(new EventFile("events.jsonl", history.toString(), Files.size(history))),
            HistoryLayout.nativeLines(
                new DecoderSettings(
                    Instant.parse("2027-01-01T00:00:00Z"),
                    DecoderSettings.DEFAULT_FUTURE_TOLERANCE)),
            OptionalLong.of(Instant.parse("2026-01-02T00:00:00Z").toEpochMilli()),
            Duration.ofDays(7));
    Pairing pairing = Pairing.of(List.of("thanks"), List.of("thanks"), List.of());
    return new Compare(new ComparePlan(plan, first, second, pairing), Folder.of(out.toString()), 10)
        .run(ReplayConfiguration.embedded(RuntimeExecutionMode.BATCH, 1), progress);
  }

  private static ScenarioSource scenarios() {
    return scenarios(DOCUMENT);
  }

  private static ScenarioSource scenarios(String document) {
    return new DocumentScenarios(
        List.of(ScenarioChecker.check("thanks.json", document).scenario().orElseThrow()));
  }

  private List<JsonNode> letters() throws IOException {
    return Files.readAllLines(out.resolve("dead-letter.jsonl")).stream()
        .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
