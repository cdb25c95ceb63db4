package dev.wend.job.report.analysis;

import dev.wend.event.Utf8Order;
import dev.wend.job.report.model.OverTime.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What happened when, by name, counted by the hour and told in the spans that are asked for. */
final class TimeCounts {
  private static final long HOUR = 3_600_000;

  private final SortedMap<String, Map<Long, Long>> hours = new TreeMap<>(Utf8Order.INSTANCE);

  /** Counts one. */
  void add(String name, long time) {
    hours
        .computeIfAbsent(name, key -> new HashMap<>())
        .merge(Math.floorDiv(time, HOUR), 1L, Long::sum);
  }

  /** A series per name, in order of name. */
  List<Series> series(Spans spans) {
    List<Series> all = new ArrayList<>();
    hours.forEach(
        (name, counts) -> {
          long[] sums = new long[spans.size()];
          counts.forEach((hour, count) -> sums[spans.index(hour * HOUR)] += count);
          List<Long> listed = new ArrayList<>();
          for (long sum : sums) {
            listed.add(sum);
          }
          all.add(new Series(name, listed));
        });
    return all;
  }
}
