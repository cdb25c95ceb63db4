package dev.wend.job.operator;

import dev.wend.job.journey.Instance;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Finds what a watermark makes due: a hierarchical timing wheel, whose slots hold the items of a second, of a minute, of an hour,
 * and so on, and are emptied into finer ones when the watermark comes to them. An item that has become due at another moment, or
 * never, is passed over in the slots where it still stands. Items are numbers, none negative: arrays of them cost the garbage
 * collector nothing.
 */
final class TimingWheel {
  /** What is due where nothing is. */
  static final long NONE = -1;

  private static final long SECOND = 1_000;

  /** Seconds are counted from where none is negative. */
  private static final long ORIGIN = 1L << 54;

  /** A wheel of each level has as many slots as a digit has values, each as long as a turn of the wheel below. */
  private static final int DIGIT = 6;

  private static final int SLOTS = 1 << DIGIT;
  private static final int LEVELS = 10;
  private static final int NO_SLOT = -1;

  /** So many reads of memory go on at the same time, about. */
  private static final int AHEAD = 16;

  private final Items items;
  private final Numbers[] slots = new Numbers[LEVELS * SLOTS];
  private final long[] occupied = new long[LEVELS];
  private final Numbers reached = new Numbers();
  private int passed;
  private int glanced;

  /** Written, so that the compiler takes no read for idle. */
  @SuppressWarnings("UnusedVariable")
  private int seen;

  private long mark = Long.MIN_VALUE;
  private long turned = second(mark);
  private int size;

  /** What is known of items. */
  interface Items {
    /** When an item is due, epoch milliseconds; {@link Instance#NEVER} for never. */
    long moment(long item);

    /**
     * Reads, of an item that may be due next, what is read when its turn comes: memory that is in no cache of the processor is
     * waited for once for several items, and not for each one.
     *
     * @return something of what was read, without which nothing might be
     */
    int glance(long item);
  }

  /** Nothing is due yet. */
  TimingWheel(Items items) {
    this.items = items;
  }

  /**
   * Puts an item where it is found when it is due.
   *
   * @param former for which it was put before, {@link Instance#NEVER} for none
   * @param now for which it is put, both epoch milliseconds
   */
  void put(long item, long former, long now) {
    if (now <= mark) {
      reached.add(item);
    } else if (!isThere(former, slot(second(now)))) {
      place(item, slot(second(now)));
    }
  }

  /** In the slot up to which the watermark has come it may have been passed over. */
  private boolean isThere(long former, int slot) {
    return former != Instance.NEVER && second(former) > turned && slot(second(former)) == slot;
  }

  private void place(long item, int slot) {
    if (slots[slot] == null) {
      slots[slot] = new Numbers();
    }
    slots[slot].add(item);
    occupied[slot / SLOTS] |= 1L << slot;
    size++;
  }

  /** That of the highest digit in which a second that is not passed differs from the one to which the wheels have turned. */
  private int slot(long second) {
    int level = (Long.SIZE - 1 - Long.numberOfLeadingZeros((second ^ turned) | 1)) / DIGIT;
    return level * SLOTS + digit(second >>> (level * DIGIT));
  }

  private static int digit(long number) {
    return (int) number & (SLOTS - 1);
  }

  /** The bits of a second in which a slot has no say. */
  private static int shift(int slot) {
    return slot / SLOTS * DIGIT;
  }

  /** An item that is due at {@code watermark}, epoch milliseconds; the same until it is due later. */
  long due(long watermark) {
    if (watermark > mark) {
      reach(watermark);
    }
    for (; passed < reached.size(); passed++) {
      glanceAhead();
      long first = reached.at(passed);
      if (isDue(items.moment(first), watermark)) {
        return first;
      }
    }
    clearReached();
    return NONE;
  }

  private void glanceAhead() {
    if (passed < glanced) {
      return;
    }
    glanced = Math.min(reached.size(), passed + AHEAD);
    for (int index = passed; index < glanced; index++) {
      seen += items.glance(reached.at(index));
    }
  }

  private void clearReached() {
    reached.clear();
    passed = 0;
    glanced = 0;
  }

  private void reach(long watermark) {
    mark = watermark;
    long last = second(watermark);
    for (int slot = first(); slot != NO_SLOT && begin(slot) <= last; slot = first()) {
      turned = begin(slot);
      empty(slot);
      if (turned == last) {
        return;
      }
    }
    turned = last;
  }

  /** The slot that is reached first: one of the finest wheel in which anything stands. */
  private int first() {
    for (int level = 0; level < LEVELS; level++) {
      if (occupied[level] != 0) {
        return level * SLOTS + Long.numberOfTrailingZeros(occupied[level]);
      }
    }
    return NO_SLOT;
  }

  /** The first second of a slot. */
  private long begin(int slot) {
    long turn = (turned >>> shift(slot)) & -SLOTS;
    return (turn | digit(slot)) << shift(slot);
  }

  /** What is due is reached; what is due later goes to finer slots or, in the second of the watermark, stays. */
  private void empty(int slot) {
    keep(slot, item -> !isReached(item) && stands(item, slot) && !isPlacedAnew(item, slot));
  }

  private boolean isReached(long item) {
    boolean due = isDue(items.moment(item), mark);
    if (due) {
      reached.add(item);
    }
    return due;
  }

  private boolean isPlacedAnew(long item, int former) {
    int finer = slot(second(items.moment(item)));
    if (finer != former) {
      place(item, finer);
    }
    return finer != former;
  }

  /** Whether an item is due within the time of a slot. */
  private boolean stands(long item, int slot) {
    long due = items.moment(item);
    return due != Instance.NEVER && (second(due) - begin(slot)) >>> shift(slot) == 0;
  }

  private void keep(int slot, LongPredicate kept) {
    Numbers items = slots[slot];
    size -= items.size();
    items.keepIf(kept);
    size += items.size();
    if (items.size() == 0) {
      slots[slot] = null;
      occupied[slot / SLOTS] &= ~(1L << slot);
    }
  }

  /** How many items stand in slots, those that are due at another moment too. */
  int size() {
    return size;
  }

  /** Takes those out of their slots that are not due there. */
  void tidy() {
    for (int slot = 0; slot < slots.length; slot++) {
      if (slots[slot] != null) {
        int tidied = slot;
        keep(slot, item -> stands(item, tidied));
      }
    }
  }

  /** Forgets all items. */
  void clear() {
    Arrays.fill(slots, null);
    Arrays.fill(occupied, 0);
    clearReached();
    size = 0;
  }

  private static boolean isDue(long moment, long watermark) {
    return moment <= watermark && moment != Instance.NEVER;
  }

  private static long second(long moment) {
    return Math.floorDiv(moment, SECOND) + ORIGIN;
  }
}
