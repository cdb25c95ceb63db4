package dev.wend.parse.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "P2D, 172800000",
    "PT30M, 1800000",
    "P1DT2H, 93600000",
    "P1DT2H3M4.5S, 93784500",
    "PT0.001S, 1",
    "'PT0,25S', 250",
    "PT1.9999S, 1999",
    "PT36H, 129600000",
    "PT90M, 5400000",
    "P0DT1S, 1000",
    "P366000D, 31622400000000"
  })
  void readsDaysToMilliseconds(String text, long milliseconds) {
    assertThat(DurationText.parse(text)).contains(Duration.ofMillis(milliseconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "P1DT",
        "1D",
        "P1W",
        "P1M",
        "P1Y",
        "PT1D",
        "P1H",
        "-P1D",
        "+P1D",
        "P-1D",
        "pt1h",
        "PT1h",
        "PT0S",
        "P0D",
        "PT0.0009S",
        "PT1.5M",
        "PT.5S",
        "PT1.S",
        " PT1H",
        "PT1H ",
        "PT1H\n",
        "PT1M1H",
        "P366001D",
        "P9999999999D",
        "PT99999999999999999999S"
      })
  void refusesEverythingElse(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }
}
