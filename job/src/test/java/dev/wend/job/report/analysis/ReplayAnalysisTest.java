package dev.wend.job.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.check.CheckedScenario;
import dev.wend.check.ScenarioFiles;
import dev.wend.connectors.file.Folder;
import dev.wend.job.report.Summary;
import dev.wend.job.report.model.CustomerTimeline;
import dev.wend.job.report.model.Report;
import dev.wend.job.report.model.ScenarioReport;
import dev.wend.job.report.model.ScenarioReport.CustomersWith;
import dev.wend.job.report.model.Tally;
import dev.wend.job.trace.ReplayFiles;
import dev.wend.job.trace.UnreadableTraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of what case folders write. */
class ReplayAnalysisTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final long LATER = Instant.parse("2026-12-31T00:00:00Z").toEpochMilli();

  @TempDir private Path directory;

  @Test
  void messagesThatWereNotSentAreCountedByReason() throws Exception {
    ScenarioReport scenario = report("consent-held-or-missing", 10).scenarios().get(0);

    assertThat(scenario.nodes())
        .filteredOn(node -> !node.suppressed().isEmpty())
        .isNotEmpty()
        .allSatisfy(
            node ->
                assertThat(node.suppressed()).extracting(Tally::name).contains("consent-missing"));
    assertThat(scenario.totals().suppressed()).isPositive();
    assertThat(
            scenario.messagesPerCustomer().stream()
                .mapToLong(with -> with.messages() * with.customers())
                .sum())
        .isEqualTo(scenario.totals().messages());
  }

  @Test
  void anErasureEndsWhatWasOnItsWay() throws Exception {
    ScenarioReport scenario = report("customer-erased", 10).scenarios().get(0);

    assertThat(scenario.endings())
        .extracting(ending -> ending.name())
        .contains("erased", "finished");
    assertThat(scenario.totals().waiting()).isZero();
  }

  @Test
  void refusedEntriesAreNoJourneys() throws Exception {
    ScenarioReport scenario = report("duplicates-ignored", 10).scenarios().get(0);

    assertThat(scenario.nodes().get(0).refused()).extracting(Tally::name).contains("entry-ignored");
    assertThat(scenario.totals().refused()).isPositive();
    assertThat(scenario.nodes().get(0).arrived()).isEqualTo(scenario.totals().entered());
  }

  @Test
  void theSampleIsNeverLargerThanAskedFor() throws Exception {
    assertThat(report("split-sticky", 2).sample()).hasSize(2);
    assertThat(report("split-sticky", 0).sample()).isEmpty();
    List<String> all =
        report("split-sticky", 1_000).sample().stream().map(CustomerTimeline::id).toList();
    assertThat(all).hasSizeGreaterThan(2).isSorted();
  }

  @Test
  void aTraceInPartsGivesTheSameReport() throws Exception {
    Report whole = report("split-sticky", 5, Long.MAX_VALUE / 2);

    assertThat(report("split-sticky", 5, 500)).isEqualTo(whole);
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).hasSize(3);
    }
  }

  @Test
  void nothingAtAllIsAReportToo() throws Exception {
    for (String file : List.of("trace.jsonl", "actions.jsonl", "dead-letter.jsonl")) {
      Files.writeString(directory.resolve(file), "");
    }
    Summary summary = new Summary(List.of());
    summary.putEnd(Long.MIN_VALUE);

    Report report =
        ReplayAnalysis.of(
            scenarios("split-sticky"),
            new ReplayFiles(Folder.of(directory.toString())),
            summary,
            5);

    assertThat(report.customers()).isZero();
    assertThat(report.scenarios().get(0).totals().entered()).isZero();
    assertThat(report.messagesPerCustomer()).isEqualTo(List.<CustomersWith>of());
  }

  private Report report(String folder, int sampleSize)
      throws IOException, UnreadableTraceException {
    return report(folder, sampleSize, Long.MAX_VALUE / 2);
  }

  private Report report(String folder, int sampleSize, long partBytes)
      throws IOException, UnreadableTraceException {
    Path from = CASES.resolve(folder);
    Files.writeString(
        directory.resolve("trace.jsonl"), Files.readString(from.resolve("expected-trace.jsonl")));
    Files.writeString(
        directory.resolve("actions.jsonl"),
        Files.readString(from.resolve("expected-actions.jsonl")));
    Files.writeString(directory.resolve("dead-letter.jsonl"), "");
    Summary summary = new Summary(List.of());
    summary.putEnd(LATER);
    return ReplayAnalysis.of(
        scenarios(folder),
        new ReplayFiles(Folder.of(directory.toString())),
        summary,
        sampleSize,
        partBytes);
  }

  private static List<CheckedScenario> scenarios(String folder) {
    return ScenarioFiles.load(List.of(CASES.resolve(folder).resolve("scenario.json"))).scenarios();
  }
}
