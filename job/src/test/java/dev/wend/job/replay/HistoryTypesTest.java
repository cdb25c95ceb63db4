package dev.wend.job.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.FilePart;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.job.state.SerializerCheck;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** These are sent within one run only and never kept: they have no frozen bytes. */
class HistoryTypesTest {
  private static final FilePart PART =
      new FilePart(new EventFile("é/a.jsonl", "/data/é/a.jsonl", 1L << 40), 7, 1L << 39, 12_345);
  private static final GroupedLine LINE =
      new GroupedLine("order-1", "a.csv", 12, "{\"x\":\"😀\"}", 4_294_967_295L);

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    assertThat(SerializerCheck.roundTrip(HistoryTypes.PartSerializer.INSTANCE, PART))
        .isEqualTo(PART);
    assertThat(SerializerCheck.roundTrip(HistoryTypes.LineSerializer.INSTANCE, LINE))
        .isEqualTo(LINE);
  }

  @Test
  void unknownVersionsAreRefused() throws IOException {
    SerializerCheck.refusesUnknownVersions(HistoryTypes.PartSerializer.INSTANCE, PART);
    SerializerCheck.refusesUnknownVersions(HistoryTypes.LineSerializer.INSTANCE, LINE);
  }
}
