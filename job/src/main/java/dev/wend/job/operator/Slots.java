package dev.wend.job.operator;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** A hash table of places, none negative, by open addressing; who has put something at a place knows its hash. */
final class Slots {
  /** What is in a slot without a place. */
  static final int EMPTY = -1;

  private static final int FIRST = 1 << 10;

  private final IntUnaryOperator hashAt;
  private int[] places = empty(FIRST);
  private int count;

  /**
   * No places.
   *
   * @param hashAt the hash of what is at a place
   */
  Slots(IntUnaryOperator hashAt) {
    this.hashAt = hashAt;
  }

  private static int[] empty(int length) {
    int[] places = new int[length];
    Arrays.fill(places, EMPTY);
    return places;
  }

  /** A hash of which the lower bits depend on all of {@code hash}. */
  static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 16;
  }

  /** The slot at which to begin to look for {@code hash}; one goes on until a slot is empty. */
  int first(int hash) {
    return hash & places.length - 1;
  }

  /** The slot behind {@code slot}. */
  int next(int slot) {
    return slot + 1 & places.length - 1;
  }

  /** The place in a slot, or {@link #EMPTY}. */
  int at(int slot) {
    return places[slot];
  }

  /** Adds a place that is not there. */
  void add(int place) {
    if (2 * (count + 1) > places.length) {
      grow();
    }
    put(place);
    count++;
  }

  private void put(int place) {
    int slot = first(hashAt.applyAsInt(place));
    while (places[slot] != EMPTY) {
      slot = next(slot);
    }
    places[slot] = place;
  }

  private void grow() {
    int[] former = places;
    places = empty(2 * former.length);
    for (int place : former) {
      if (place != EMPTY) {
        put(place);
      }
    }
  }

  /** Removes a place that is there; those behind it close the gap. */
  void remove(int place) {
    int gap = first(hashAt.applyAsInt(place));
    while (places[gap] != place) {
      gap = next(gap);
    }
    for (int slot = next(gap); places[slot] != EMPTY; slot = next(slot)) {
      int home = first(hashAt.applyAsInt(places[slot]));
      if ((slot - home & places.length - 1) >= (slot - gap & places.length - 1)) {
        places[gap] = places[slot];
        gap = slot;
      }
    }
    places[gap] = EMPTY;
    count--;
  }
}
