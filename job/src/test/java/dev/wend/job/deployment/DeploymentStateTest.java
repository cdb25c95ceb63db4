package dev.wend.job.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.event.StatusRecord.Finding;
import dev.wend.job.deployment.LedgerEntry.Version;
import dev.wend.job.operator.Report;
import dev.wend.job.operator.Report.Stage;
import dev.wend.job.operator.ScenarioDocument;
import dev.wend.job.state.SerializerCheck;
import dev.wend.job.state.StatusRecordSerializer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the parts of a deployment keep and tell each other is read for ever. */
class DeploymentStateTest {
  private static final StatusRecord REFUSED =
      new StatusRecord(
          StatusKind.REFUSED,
          Optional.of("welcome"),
          OptionalLong.of(3),
          Optional.of("control/0@17"),
          Optional.of("the document has errors"),
          List.of(
              new Finding(
                  "SCN012",
                  "error",
                  OptionalLong.of(9),
                  OptionalLong.of(63),
                  "node 'opened'",
                  "expected a duration")),
          OptionalLong.empty());

  @Test
  void whatAnyVersionWroteIsReadForEver() throws IOException {
    LedgerEntry stopped = new LedgerEntry("a", Optional.empty(), true);
    LedgerEntry running =
        new LedgerEntry(
            "b", Optional.of(new Version(new ScenarioDocument("b.json", "{}"), 4)), false);
    Tally tally =
        Tally.of("control/0@17")
            .accepted(REFUSED)
            .taken(new Report.Taken(Stage.INTAKE, 3, "control/0@17", true, 5));

    assertThat(SerializerCheck.frozen("ledger-stopped", LedgerEntry.Serializer.INSTANCE, stopped))
        .isEqualTo(stopped);
    assertThat(SerializerCheck.frozen("ledger-running", LedgerEntry.Serializer.INSTANCE, running))
        .isEqualTo(running);
    assertThat(SerializerCheck.frozen("tally", Tally.Serializer.INSTANCE, tally)).isEqualTo(tally);
    assertThat(SerializerCheck.frozen("status", StatusRecordSerializer.INSTANCE, REFUSED))
        .isEqualTo(REFUSED);
  }

  @Test
  void reportsAreReadAsTheyWereWritten() throws IOException {
    for (Report report :
        List.of(
            new Report.Taken(Stage.SCENARIOS, 3, "control/0@17", false, Long.MIN_VALUE),
            new Report.Carried(2, 3, 1_767_225_600_000L))) {
      assertThat(SerializerCheck.roundTrip(Report.Serializer.INSTANCE, report)).isEqualTo(report);
    }
  }
}
