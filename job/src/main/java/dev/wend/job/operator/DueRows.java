package dev.wend.job.operator;

import dev.wend.job.journey.Instance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Finds what a watermark makes due: items stand in rows of a second, and a watermark touches no rows but those that it reaches.
 * An item that has become due at another moment, or never, is passed over in the rows where it still stands.
 */
final class DueRows<T> {
  private static final long ROW = 1_000;
  private static final long NO_ROW = Long.MAX_VALUE;

  private final ToLongFunction<T> moment;
  private final NavigableMap<Long, List<T>> rows = new TreeMap<>();
  private final Deque<T> reached = new ArrayDeque<>();
  private long mark = Long.MIN_VALUE;
  private int size;
  private long lastRow = NO_ROW;
  private List<T> lastItems = new ArrayList<>();

  /**
   * No items.
   *
   * @param moment when an item is due, epoch milliseconds; {@link Instance#NEVER} for never
   */
  DueRows(ToLongFunction<T> moment) {
    this.moment = moment;
  }

  /**
   * Puts an item where it is found when it is due.
   *
   * @param former for which it was put before, {@link Instance#NEVER} for none
   * @param now for which it is put, both epoch milliseconds
   */
  void put(T item, long former, long now) {
    if (now <= mark) {
      reached.addLast(item);
    } else if (!isThere(former, now)) {
      rowOf(now).add(item);
      size++;
    }
  }

  /** Most items go where the last one went. */
  private List<T> rowOf(long moment) {
    long row = row(moment);
    if (row != lastRow) {
      lastItems = rows.computeIfAbsent(row, none -> new ArrayList<>());
      lastRow = row;
    }
    return lastItems;
  }

  /** In the row up to which the watermark has come it may have been passed over. */
  private boolean isThere(long former, long now) {
    return row(former) == row(now) && row(now) > row(mark);
  }

  /** An item that is due at {@code watermark}, epoch milliseconds; the same until it is due later. */
  Optional<T> due(long watermark) {
    if (watermark > mark) {
      reach(watermark);
    }
    while (!reached.isEmpty()) {
      T first = reached.peekFirst();
      if (isDue(moment.applyAsLong(first), watermark)) {
        return Optional.of(first);
      }
      reached.removeFirst();
    }
    return Optional.empty();
  }

  /** The last row may be reached in part. */
  private void reach(long watermark) {
    mark = watermark;
    lastRow = NO_ROW;
    while (!rows.isEmpty() && rows.firstKey() * ROW <= watermark) {
      long row = rows.firstKey();
      List<T> left = reach(row, rows.pollFirstEntry().getValue());
      if (!left.isEmpty()) {
        rows.put(row, left);
        size += left.size();
        return;
      }
    }
  }

  private List<T> reach(long row, List<T> items) {
    size -= items.size();
    List<T> left = new ArrayList<>();
    for (T item : items) {
      long due = moment.applyAsLong(item);
      if (isDue(due, mark)) {
        reached.addLast(item);
      } else if (row(due) == row) {
        left.add(item);
      }
    }
    return left;
  }

  /** How many items stand in rows, those that are due at another moment too. */
  int size() {
    return size;
  }

  /** Takes those out of their rows that are not due there. */
  void tidy() {
    lastRow = NO_ROW;
    size = 0;
    for (var row : rows.entrySet()) {
      row.getValue().removeIf(item -> row(moment.applyAsLong(item)) != row.getKey());
      size += row.getValue().size();
    }
    rows.values().removeIf(List::isEmpty);
  }

  /** Forgets all items. */
  void clear() {
    lastRow = NO_ROW;
    rows.clear();
    reached.clear();
    size = 0;
  }

  private static boolean isDue(long moment, long watermark) {
    return moment <= watermark && moment != Instance.NEVER;
  }

  private static long row(long moment) {
    return Math.floorDiv(moment, ROW);
  }
}
