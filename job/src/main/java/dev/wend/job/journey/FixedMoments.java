package dev.wend.job.journey;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Moments that are the same for all customers, in order, each with the position of its scenario. */
final class FixedMoments {
  private final long[] moments;
  private final int[] positions;

  /** A moment of the scenario at a position, epoch milliseconds. */
  record Entry(long moment, int position) {}

  FixedMoments(List<Entry> entries) {
    List<Entry> sorted = entries.stream().sorted(Comparator.comparingLong(Entry::moment)).toList();
    moments = sorted.stream().mapToLong(Entry::moment).toArray();
    positions = sorted.stream().mapToInt(Entry::position).toArray();
  }

  /** The first one after {@code now}, {@link Instance#NEVER} where there is none. */
  long next(long now) {
    int first = firstAfter(now);
    return first < moments.length ? moments[first] : Instance.NEVER;
  }

  /** Sets the positions of the scenarios whose moment is {@code now}. */
  void find(long now, BitSet found) {
    for (int index = firstAfter(now - 1);
        index < moments.length && moments[index] == now;
        index++) {
      found.set(positions[index]);
    }
  }

  private int firstAfter(long now) {
    int low = 0;
    int high = moments.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (moments[middle] <= now) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
