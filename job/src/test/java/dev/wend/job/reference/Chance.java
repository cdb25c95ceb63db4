package dev.wend.job.reference;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws from a seed. */
final class Chance {
  private final Random random;

  Chance(long seed) {
    this.random = new Random(seed);
  }

  boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A whole number from {@code least} to {@code most}, inclusive. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  void shuffle(List<?> list) {
    Collections.shuffle(list, random);
  }

  /** Most of them, in the order of their declaration. */
  <E extends Enum<E>> Set<E> some(Set<E> all) {
    Set<E> some = EnumSet.copyOf(all);
    some.removeIf(element -> percent(30));
    return some;
  }
}
