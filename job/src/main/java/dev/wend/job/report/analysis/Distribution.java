package dev.wend.job.report.analysis;

import dev.wend.job.report.model.Bin;
import dev.wend.job.report.model.Spread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Durations, counted by value. Beyond {@value #MOST_EXACT} different ones all are rounded down, whichever came first: to
 * seconds below ten minutes, minutes below a day, ten minutes below thirty days, hours below a year, else days. So it is
 * bounded, and their order does not matter.
 */
final class Distribution {
  static final int MOST_EXACT = 10_000;

  private static final int MOST_BINS = 40;
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long[] WIDTHS = {
    SECOND,
    5 * SECOND,
    15 * SECOND,
    MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    5 * DAY,
    10 * DAY,
    30 * DAY
  };

  private Map<Long, Long> counts = new HashMap<>();
  private boolean rounded;
  private long total;

  /** Counts one duration, milliseconds. */
  void add(long millis) {
    total++;
    counts.merge(rounded ? round(millis) : millis, 1L, Long::sum);
    if (!rounded && counts.size() > MOST_EXACT) {
      rounded = true;
      Map<Long, Long> exact = counts;
      counts = new HashMap<>();
      exact.forEach((value, count) -> counts.merge(round(value), count, Long::sum));
    }
  }

  private static long round(long millis) {
    long grain =
        millis < 10 * MINUTE
            ? SECOND
            : millis < DAY
                ? MINUTE
                : millis < 30 * DAY ? 10 * MINUTE : millis < 365 * DAY ? HOUR : DAY;
    return millis / grain * grain;
  }

  Spread spread() {
    if (total == 0) {
      return Spread.NONE;
    }
    SortedMap<Long, Long> sorted = new TreeMap<>(counts);
    return new Spread(
        total,
        sorted.firstKey(),
        at(sorted, (total + 1) / 2),
        at(sorted, (total * 9 + 9) / 10),
        sorted.lastKey());
  }

  private static long at(SortedMap<Long, Long> sorted, long rank) {
    long seen = 0;
    for (Map.Entry<Long, Long> entry : sorted.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException("there are only " + seen);
  }

  /** In equal parts from 0 on, of a width that people count in. */
  List<Bin> bins() {
    if (total == 0) {
      return List.of();
    }
    SortedMap<Long, Long> sorted = new TreeMap<>(counts);
    long width = width(sorted.lastKey());
    long[] parts = new long[(int) (sorted.lastKey() / width) + 1];
    sorted.forEach((value, count) -> parts[(int) (value / width)] += count);
    List<Bin> bins = new ArrayList<>();
    for (int part = 0; part < parts.length; part++) {
      bins.add(new Bin(part * width, (part + 1) * width, parts[part]));
    }
    return bins;
  }

  private static long width(long longest) {
    for (long width : WIDTHS) {
      if (longest / width < MOST_BINS) {
        return width;
      }
    }
    long months = longest / (30 * DAY) / MOST_BINS + 1;
    return months * 30 * DAY;
  }
}
