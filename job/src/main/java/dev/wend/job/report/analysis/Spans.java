package dev.wend.job.report.analysis;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The equal spans of time in which a replay is shown, UTC: few enough for a picture.
 *
 * @param name {@code hour}, {@code day} or {@code week}
 * @param start of the first one, epoch milliseconds
 * @param length in milliseconds
 */
record Spans(String name, long start, long length, int size) {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;
  private static final long WEEK = 7 * DAY;
  private static final long MOST_HOURS = 5 * 24;
  private static final long MOST_DAYS = 760;

  /** Spans that hold all of [from, until]. */
  static Spans of(long from, long until) {
    long hour = Math.floorDiv(from, HOUR) * HOUR;
    long day = Math.floorDiv(from, DAY) * DAY;
    if ((until - hour) / HOUR < MOST_HOURS) {
      return of("hour", hour, HOUR, until);
    }
    return (until - day) / DAY < MOST_DAYS
        ? of("day", day, DAY, until)
        : of("week", monday(day / DAY), WEEK, until);
  }

  private static Spans of(String name, long start, long length, long until) {
    return new Spans(name, start, length, (int) ((until - start) / length) + 1);
  }

  private static long monday(long epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toEpochDay() * DAY;
  }

  /** In which span a time lies. */
  int index(long time) {
    return (int) ((time - start) / length);
  }

  /** Epoch milliseconds. */
  List<Long> starts() {
    return LongStream.range(0, size).mapToObj(index -> start + index * length).toList();
  }
}
