package dev.wend.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoInstantTest {
  private static final String LETTERS = "0123456789-+:.TtZz, ";
  private static final List<String> GOOD =
      List.of(
          "2026-01-31T12:34:56Z",
          "2024-02-29T23:59:59.9Z",
          "1969-12-31T23:59:59.123456789+00:30",
          "0001-01-01T00:00:00.000-17:59",
          "9998-12-31T23:59:59.999+17:59");

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0",
    "2026-01-31T12:34:56.7899Z, 1769862896789",
    "2026-01-31T12:34:56.7+01:30, 1769857496700",
    "1969-12-31T23:59:59.999Z, -1",
    "2023-02-29T00:00:00Z, -9223372036854775808",
    "2026-01-31T12:34:56, -9223372036854775808",
    "2026-01-31T12:34:56.Z, -9223372036854775808",
    "9999-01-01T00:00:00Z, -9223372036854775808"
  })
  void readsTheUsualForm(String text, long expected) {
    assertThat(IsoInstant.read(text)).isEqualTo(expected);
  }

  @Test
  void whatItReadsIsWhatAnyFormIsReadAs() {
    Random random = new Random(20_260_105);
    int read = 0;
    for (int round = 0; round < 300_000; round++) {
      StringBuilder text = new StringBuilder(GOOD.get(random.nextInt(GOOD.size())));
      for (int change = random.nextInt(3); change > 0; change--) {
        int at = random.nextInt(text.length());
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.insert(at, letter);
          case 1 -> text.deleteCharAt(at);
          default -> text.setCharAt(at, letter);
        }
      }
      long millis = IsoInstant.read(text.toString());
      if (millis != IsoInstant.UNREAD) {
        read++;
        assertThat(EventTime.inAnyForm(text.toString()))
            .as(text.toString())
            .isEqualTo(OptionalLong.of(millis));
      }
    }
    assertThat(read).isGreaterThan(100_000);
  }
}
