package dev.wend.job.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-05T10:30:00Z, 2026-01-05T10:30:00Z, hour, 2026-01-05T10:00:00Z, 1",
    "2026-01-05T10:30:00Z, 2026-01-08T11:00:00Z, hour, 2026-01-05T10:00:00Z, 74",
    "2026-01-05T10:30:00Z, 2026-02-05T00:00:00Z, day, 2026-01-05T00:00:00Z, 32",
    "2026-01-08T10:30:00Z, 2036-01-05T00:00:00Z, week, 2026-01-05T00:00:00Z, 522",
    "1969-12-31T23:30:00Z, 1970-01-01T00:30:00Z, hour, 1969-12-31T23:00:00Z, 2"
  })
  void fewEnoughForAPicture(Instant from, Instant until, String name, Instant start, int size) {
    Spans spans = Spans.of(from.toEpochMilli(), until.toEpochMilli());

    assertThat(spans.name()).isEqualTo(name);
    assertThat(spans.starts()).hasSize(size).startsWith(start.toEpochMilli());
    assertThat(spans.index(from.toEpochMilli())).isZero();
    assertThat(spans.index(until.toEpochMilli())).isEqualTo(size - 1);
  }
}
