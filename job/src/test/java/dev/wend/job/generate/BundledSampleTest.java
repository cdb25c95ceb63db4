package dev.wend.job.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.nativejson.NativeDecoder;
import dev.wend.event.EventKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conf/sample} is what {@code wend generate --customers 60 --days 120 --seed 28} writes. */
class BundledSampleTest {
  private static final Path BUNDLED = Path.of("../conf/sample");
  private static final int MOST_BYTES = 1_500_000;

  @Test
  void isWhatTheGeneratorWrites(@TempDir Path directory) throws IOException {
    try (DayFiles files = new DayFiles(directory, false)) {
      Clickstream.write(
          new GeneratorSettings(60, 120, 28, LocalDate.of(2026, 1, 5)), files, done -> {});
    }

    List<Path> bundled = DayFiles.in(BUNDLED);
    assertThat(bundled)
        .extracting(Path::getFileName)
        .isEqualTo(DayFiles.in(directory).stream().map(Path::getFileName).toList())
        .hasSize(120);
    for (Path file : bundled) {
      assertThat(file).hasSameBinaryContentAs(directory.resolve(file.getFileName()));
    }
  }

  @Test
  void onlyItsDirtyRecordsAreDeadLetters() throws IOException {
    Instant shortlyAfter = Instant.parse("2026-06-01T00:00:00Z");
    NativeDecoder decoder =
        new NativeDecoder(
            new DecoderSettings(shortlyAfter, DecoderSettings.DEFAULT_FUTURE_TOLERANCE));
    Map<DeadLetterReason, Integer> rejected = new EnumMap<>(DeadLetterReason.class);
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    for (Path file : DayFiles.in(BUNDLED)) {
      for (String line : Files.readAllLines(file)) {
        Decoded decoded = decoder.decode(line.getBytes(StandardCharsets.UTF_8));
        if (decoded instanceof Decoded.Event event) {
          kinds.add(event.event().kind());
        } else if (decoded instanceof Decoded.Rejected letter) {
          rejected.merge(letter.reason(), 1, Integer::sum);
        }
      }
    }

    assertThat(rejected)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                DeadLetterReason.INVALID_JSON, 2,
                DeadLetterReason.NO_CUSTOMER, 2,
                DeadLetterReason.NO_TIMESTAMP, 2,
                DeadLetterReason.UNREADABLE_TIMESTAMP, 2,
                DeadLetterReason.FUTURE_TIMESTAMP, 2,
                DeadLetterReason.UNSUPPORTED_TYPE, 2,
                DeadLetterReason.NO_EVENT_NAME, 1,
                DeadLetterReason.ID_NOT_TEXT, 1));
    assertThat(kinds).containsExactly(EventKind.values());
  }

  @Test
  void staysSmall() throws IOException {
    long bytes = 0;
    for (Path file : DayFiles.in(BUNDLED)) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(MOST_BYTES);
  }
}
