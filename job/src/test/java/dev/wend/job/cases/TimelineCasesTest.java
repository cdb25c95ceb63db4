package dev.wend.job.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.event.ActionRecord;
import dev.wend.event.TraceRecord;
import dev.wend.job.journey.Count;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case folder that compiles, by the timeline alone, which is quick; {@link CasesITCase} runs the whole replay. */
class TimelineCasesTest {
  @ParameterizedTest
  @MethodSource("dev.wend.job.cases.CaseFolder#compiling")
  void writesWhatTheReplayWrites(CaseFolder folder) throws UnreadablePathException {
    CaseReplay replay = CaseReplay.of(folder);

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
