package dev.wend.job.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conf/sample} is what {@code wend generate --customers 60 --days 120 --seed 4} writes. */
class BundledSampleTest {
  private static final Path BUNDLED = Path.of("../conf/sample");
  private static final int MOST_BYTES = 1_500_000;

  @Test
  void isWhatTheGeneratorWrites(@TempDir Path directory) throws IOException {
    try (DayFiles files = new DayFiles(directory, false)) {
      Clickstream.write(
          new GeneratorSettings(60, 120, 4, LocalDate.of(2026, 1, 5)), files, done -> {});
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
  void staysSmall() throws IOException {
    long bytes = 0;
    for (Path file : DayFiles.in(BUNDLED)) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(MOST_BYTES);
  }
}
