package dev.wend.benchmark.measure;

import java.util.Arrays;

/** Durations, and their order; milliseconds. */
final class Delays {
  private long[] values = new long[1 << 16];
  private int count;

  void add(long millis) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = millis;
  }

  int count() {
    return count;
  }

  LatencyOutcome.Part part(String name) {
    long[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return new LatencyOutcome.Part(
        name, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 0.999), at(sorted, 1));
  }

  /** The least value that so great a part does not exceed. */
  private static long at(long[] sorted, double part) {
    return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
  }
}
