package dev.wend.job.operator;

import java.util.Arrays;
import java.util.function.LongPredicate;

/** Numbers in a row, in one array. */
final class Numbers {
  private static final int FIRST = 4;

  /** Once emptied, more room than this is given back. */
  private static final int KEPT = 1 << 16;

  private long[] numbers = new long[FIRST];
  private int size;

  /** How many there are. */
  int size() {
    return size;
  }

  /** The one at {@code index}. */
  long at(int index) {
    return numbers[index];
  }

  /** Adds one at the end. */
  void add(long number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  /** Removes those for which {@code kept} does not hold, which is asked for each once and in order; the others keep theirs. */
  void keepIf(LongPredicate kept) {
    int left = 0;
    for (int index = 0; index < size; index++) {
      if (kept.test(numbers[index])) {
        numbers[left++] = numbers[index];
      }
    }
    size = left;
  }

  /** Removes all. */
  void clear() {
    size = 0;
    if (numbers.length > KEPT) {
      numbers = new long[FIRST];
    }
  }
}
