package dev.wend.job.report.analysis;

import dev.wend.event.Utf8Order;
import dev.wend.job.report.model.Tally;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts by name. */
final class Tallies {
  private final SortedMap<String, Long> counts = new TreeMap<>(Utf8Order.INSTANCE);

  void add(String name) {
    counts.merge(name, 1L, Long::sum);
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** In order of name. */
  List<Tally> list() {
    return counts.entrySet().stream()
        .map(entry -> new Tally(entry.getKey(), entry.getValue()))
        .toList();
  }
}
