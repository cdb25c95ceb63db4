package dev.wend.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenMomentTest {
  @ParameterizedTest
  @CsvSource({
    "2026-12-01T09:00:00Z, 2026-12-01T09:00:00Z",
    "2026-12-01T09:00+01:00, 2026-12-01T08:00:00Z",
    "2026-12-01T09:00+0130, 2026-12-01T07:30:00Z",
    "2026-12-01T09:00-05, 2026-12-01T14:00:00Z",
    "2026-12-01T09:00:00.123999Z, 2026-12-01T09:00:00.123Z",
    "'2026-12-01T09:00:00,5Z', 2026-12-01T09:00:00.5Z",
    "2026-12-01T09:00, 2026-12-01T08:00:00Z",
    "2026-07-01T09:00, 2026-07-01T07:00:00Z",
    // the gap: 02:30 does not exist, the time moves on by an hour to 03:30 CEST
    "2026-03-29T02:30, 2026-03-29T01:30:00Z",
    // the overlap: 02:30 is there twice, CEST comes first
    "2026-10-25T02:30, 2026-10-25T00:30:00Z"
  })
  void isAnInstantInItsZone(String text, Instant instant) {
    assertThat(WrittenMoment.parse(text).orElseThrow().instant(ZoneId.of("Europe/Warsaw")))
        .isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-12-01",
        "2026-12-01 09:00",
        "2026-12-01T9:00",
        "2026-12-01T24:00",
        "2026-02-29T00:00",
        "2026-13-01T00:00",
        "2026-12-01T09:00:60",
        "2026-12-01T09:00.5",
        "2026-12-01T09:00z",
        "2026-12-01T09:00+19:00",
        "2026-12-01T09:00[Europe/Warsaw]",
        "20261201T0900"
      })
  void refusesEverythingElse(String text) {
    assertThat(WrittenMoment.parse(text)).isEmpty();
  }
}
