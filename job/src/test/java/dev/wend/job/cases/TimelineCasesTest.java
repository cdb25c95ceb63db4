package dev.wend.job.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.check.CheckResult;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.connectors.history.HistoryReader;
import dev.wend.event.ActionRecord;
import dev.wend.event.TraceRecord;
import dev.wend.job.journey.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case folder that compiles, by the timeline alone, which is quick; {@link CasesITCase} runs the whole replay. */
class TimelineCasesTest {
  private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
  private static final Duration DEDUP_HORIZON = Duration.ofHours(1);

  @ParameterizedTest
  @MethodSource("dev.wend.job.cases.CaseFolder#compiling")
  void writesWhatTheReplayWrites(CaseFolder folder) throws UnreadablePathException {
    List<CompiledScenario> scenarios =
        folder.documents().stream()
            .map(CheckResult::scenario)
            .map(scenario -> ScenarioCompiler.compile(scenario.orElseThrow()))
            .toList();
    CaseReplay replay = new CaseReplay();
    HistoryReader reader =
        new HistoryReader(new DecoderSettings(START, DecoderSettings.DEFAULT_FUTURE_TOLERANCE));
    for (EventFile file : reader.find(List.of(folder.file("events.jsonl")))) {
      reader.read(file, replay);
    }

    replay.run(scenarios, folder.asOf(), DEDUP_HORIZON);

    folder.assertSame("expected-trace.jsonl", replay.lines(TraceRecord.class));
    folder.assertSame("expected-actions.jsonl", replay.lines(ActionRecord.class));
    for (Count count : Count.values()) {
      JsonNode expected = folder.counts().path(count.id());
      if (!expected.isMissingNode()) {
        assertThat(replay.counted(count))
            .as("%s of %s", count.id(), folder)
            .isEqualTo(expected.intValue());
      }
    }
  }
}
