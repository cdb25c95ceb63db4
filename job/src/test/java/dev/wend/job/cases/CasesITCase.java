package dev.wend.job.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.check.CheckResult;
import dev.wend.check.CheckedScenario;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.Folder;
import dev.wend.job.replay.DocumentScenarios;
import dev.wend.job.replay.HistoryLayout;
import dev.wend.job.replay.Replay;
import dev.wend.job.replay.ReplayConfiguration;
import dev.wend.job.replay.ReplayPlan;
import dev.wend.job.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case folder that compiles, replayed both ways; all files are compared whole. */
class CasesITCase {
  private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
  private static final Duration DEDUP_HORIZON = Duration.ofHours(1);
  private static final int SLOTS = 2;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(ReplayConfiguration.embedded(RuntimeExecutionMode.STREAMING, SLOTS))
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(SLOTS)
              .build());

  @TempDir Path target;

  @ParameterizedTest
  @MethodSource("dev.wend.job.cases.CaseFolder#compiling")
  void oneCustomerAfterTheOther(CaseFolder folder) throws Exception {
    replay(folder, RuntimeExecutionMode.BATCH, 1);
  }

  @ParameterizedTest
  @MethodSource("dev.wend.job.cases.CaseFolder#compiling")
  void allAtOnceOnRocksDb(CaseFolder folder) throws Exception {
    replay(folder, RuntimeExecutionMode.STREAMING, SLOTS);
  }

  private void replay(CaseFolder folder, RuntimeExecutionMode mode, int parallelism)
      throws Exception {
    Summary summary =
        new Replay(plan(folder), Folder.of(target.toString()))
            .run(ReplayConfiguration.embedded(mode, parallelism), counts -> {});
    folder.assertSame("expected-trace.jsonl", written("trace.jsonl"));
    folder.assertSame("expected-actions.jsonl", written("actions.jsonl"));
    folder.assertSame("expected-dead-letters.jsonl", written("dead-letter.jsonl"));
    folder
        .counts()
        .properties()
        .forEach(
            count ->
                assertThat(summary.input(count.getKey()))
                    .as("%s of case %s", count.getKey(), folder)
                    .isEqualTo(count.getValue().asLong()));
  }

  private static ReplayPlan plan(CaseFolder folder) throws Exception {
    HistoryLayout layout =
        HistoryLayout.nativeLines(
            new DecoderSettings(START, DecoderSettings.DEFAULT_FUTURE_TOLERANCE));
    List<CheckedScenario> scenarios =
        folder.documents().stream()
            .map(CheckResult::scenario)
            .map(scenario -> scenario.orElseThrow())
            .toList();
    return new ReplayPlan(
        new DocumentScenarios(scenarios),
        layout.reader().find(List.of(folder.file("events.jsonl"))),
        layout,
        folder.asOf(),
        DEDUP_HORIZON);
  }

  private String written(String file) throws IOException {
    return Files.readString(target.resolve(file));
  }
}
