package dev.wend.job.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.job.state.SerializerCheck;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** These are sent within one run only and never kept: they have no frozen bytes. */
class HistoryTypesTest {
  private static final EventFile FILE = new EventFile("é/a.jsonl", "/data/é/a.jsonl", 1L << 40);
  private static final GroupedLine LINE =
      new GroupedLine("order-1", "a.csv", 12, "{\"x\":\"😀\"}", 4_294_967_295L);

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    assertThat(SerializerCheck.roundTrip(HistoryTypes.FileSerializer.INSTANCE, FILE))
        .isEqualTo(FILE);
    assertThat(SerializerCheck.roundTrip(HistoryTypes.LineSerializer.INSTANCE, LINE))
        .isEqualTo(LINE);
  }

  @Test
  void unknownVersionsAreRefused() throws IOException {
    SerializerCheck.refusesUnknownVersions(HistoryTypes.FileSerializer.INSTANCE, FILE);
    SerializerCheck.refusesUnknownVersions(HistoryTypes.LineSerializer.INSTANCE, LINE);
  }
}
