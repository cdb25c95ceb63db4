package dev.wend.job.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.check.CheckedScenario;
import dev.wend.connectors.file.Folder;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.event.ActionRecord;
import dev.wend.event.Json;
import dev.wend.event.TraceRecord;
import dev.wend.job.report.Summary;
import dev.wend.job.report.analysis.ReplayAnalysis;
import dev.wend.job.report.model.EdgeReport;
import dev.wend.job.report.model.NodeReport;
import dev.wend.job.report.model.Report;
import dev.wend.job.report.model.ScenarioReport;
import dev.wend.job.report.model.Tally;
import dev.wend.job.trace.ReplayFiles;
import dev.wend.job.trace.UnreadableTraceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The analysis of every case folder that compiles, against its trace counted another way and against the timeline itself. */
class AnalysedCasesTest {
  @TempDir private Path directory;

  private List<JsonNode> trace;

  @ParameterizedTest
  @MethodSource("dev.wend.job.cases.CaseFolder#compiling")
  void countsWhatHappened(CaseFolder folder)
      throws IOException, UnreadablePathException, UnreadableTraceException {
    CaseReplay replay = CaseReplay.of(folder);

    Report report = report(folder, replay);

    for (ScenarioReport scenario : report.scenarios()) {
      scenario.nodes().forEach(AnalysedCasesTest::assertNobodyIsLost);
      assertThat(arrivals(scenario)).isEqualTo(comings(scenario));
      scenario
          .edges()
          .forEach(edge -> assertThat(edge.journeys()).isEqualTo(decided(scenario, edge)));
      assertThat(waiting(scenario))
          .as("where instances of %s wait", scenario.id())
          .isEqualTo(replay.waiting(scenario.id()));
      assertThat(scenario.totals().entered())
          .isEqualTo(records(scenario, record -> kind(record).equals("entered")));
    }
  }

  private Report report(CaseFolder folder, CaseReplay replay)
      throws IOException, UnreadableTraceException {
    String lines = replay.lines(TraceRecord.class);
    Files.writeString(directory.resolve("trace.jsonl"), lines);
    Files.writeString(directory.resolve("actions.jsonl"), replay.lines(ActionRecord.class));
    Files.writeString(directory.resolve("dead-letter.jsonl"), "");
    trace = lines.lines().map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8))).toList();
    List<CheckedScenario> scenarios =
        folder.documents().stream().map(document -> document.scenario().orElseThrow()).toList();
    Summary summary = new Summary(List.of());
    summary.putEnd(replay.end());
    return ReplayAnalysis.of(
        scenarios, new ReplayFiles(Folder.of(directory.toString())), summary, 100);
  }

  private static void assertNobodyIsLost(NodeReport node) {
    long ended = node.ended().stream().mapToLong(Tally::count).sum();
    assertThat(node.left() + node.waiting() + ended).as(node.id()).isEqualTo(node.arrived());
    assertThat(node.customers()).isLessThanOrEqualTo(node.arrived());
  }

  private static SortedMap<String, Long> arrivals(ScenarioReport scenario) {
    return scenario.nodes().stream()
        .filter(node -> !node.type().equals("trigger") && node.arrived() > 0)
        .collect(Collectors.toMap(NodeReport::id, NodeReport::arrived, Long::sum, TreeMap::new));
  }

  private static SortedMap<String, Long> comings(ScenarioReport scenario) {
    return scenario.edges().stream()
        .filter(edge -> edge.journeys() > 0)
        .collect(Collectors.toMap(EdgeReport::to, EdgeReport::journeys, Long::sum, TreeMap::new));
  }

  /** Of edges that a record tells of, what the trace has; all others are what they are. */
  private long decided(ScenarioReport scenario, EdgeReport edge) {
    return edge.decision().isEmpty()
        ? edge.journeys()
        : records(
            scenario,
            record ->
                kind(record).equals("decided")
                    && record.path("nodeId").asText().equals(edge.from())
                    && record.path("decision").asText().equals(edge.decision()));
  }

  private static SortedMap<String, Long> waiting(ScenarioReport scenario) {
    return scenario.nodes().stream()
        .filter(node -> node.waiting() > 0)
        .collect(Collectors.toMap(NodeReport::id, NodeReport::waiting, Long::sum, TreeMap::new));
  }

  private long records(ScenarioReport scenario, Predicate<JsonNode> wanted) {
    return trace.stream()
        .filter(record -> record.path("scenarioId").asText().equals(scenario.id()))
        .filter(wanted)
        .count();
  }

  private static String kind(JsonNode record) {
    return record.path("kind").asText();
  }
}
