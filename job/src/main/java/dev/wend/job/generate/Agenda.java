package dev.wend.job.generate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What is to happen, by the hour. An entry is one number: the millisecond of its hour, the occasion and the customer,
 * so that sorting an hour puts it in order whatever the order in which it was planned.
 */
final class Agenda {
  private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
  private static final int CUSTOMER_BITS = 32;

  private final Map<Long, Hour> hours = new HashMap<>();

  private static final class Hour {
    private long[] entries = new long[16];
    private int size;

    void add(long entry) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, 2 * size);
      }
      entries[size++] = entry;
    }
  }

  /** What is done with an entry. */
  interface Visitor {
    void happens(Occasion occasion, int customer, long at);
  }

  void add(long at, Occasion occasion, int customer) {
    long inHour = Math.floorMod(at, HOUR_MILLIS);
    long entry =
        ((inHour << Occasion.CODE_BITS) | occasion.code()) << CUSTOMER_BITS
            | Integer.toUnsignedLong(customer);
    hours.computeIfAbsent(Math.floorDiv(at, HOUR_MILLIS), ignored -> new Hour()).add(entry);
  }

  /**
   * Takes all of an hour out, in order; what is added to that hour meanwhile comes after it, also in order.
   *
   * @param hour since the epoch
   */
  void take(long hour, Visitor visitor) {
    for (Hour due = hours.remove(hour); due != null; due = hours.remove(hour)) {
      Arrays.sort(due.entries, 0, due.size);
      for (int place = 0; place < due.size; place++) {
        long entry = due.entries[place];
        long head = entry >>> CUSTOMER_BITS;
        visitor.happens(
            Occasion.of((int) (head & ((1 << Occasion.CODE_BITS) - 1))),
            (int) entry,
            hour * HOUR_MILLIS + (head >>> Occasion.CODE_BITS));
      }
    }
  }
}
