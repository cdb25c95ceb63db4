package dev.wend.compile;

import java.time.Duration;

/** Durations as documents write them: a day is 24 hours. */
final class DurationText {
  private DurationText() {}

  /** For example {@code P90D}, {@code PT30M} or {@code P1DT12H}. */
  static String of(Duration duration) {
    long days = duration.toDays();
    Duration rest = duration.minusDays(days);
    if (days == 0) {
      return duration.toString();
    }
    return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
  }
}
