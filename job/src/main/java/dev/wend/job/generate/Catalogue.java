package dev.wend.job.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the shop sells; the product at rank r is looked at about 1/r as often as the first one (Zipf). */
final class Catalogue {
  static final List<String> CATEGORIES =
      List.of("dresses", "shirts", "shoes", "trousers", "outerwear", "bags", "accessories", "home");

  private static final int PRODUCTS_PER_CATEGORY = 50;
  private static final double STEEPNESS = 0.9;
  private static final long SEED = 20260105;
  private static final List<String> STYLES =
      List.of("Linen", "Wool", "Cotton", "Silk", "Denim", "Recycled", "Classic", "Light", "Winter");
  private static final List<String> NOUNS =
      List.of("Dress", "Shirt", "Shoe", "Trousers", "Coat", "Bag", "Scarf", "Throw");

  private final List<Product> products = new ArrayList<>();
  private final double[] popularityUpTo = new double[PRODUCTS_PER_CATEGORY];

  Catalogue() {
    StableRandom random = StableRandom.of(SEED, 0, 0);
    for (int rank = 0; rank < PRODUCTS_PER_CATEGORY * CATEGORIES.size(); rank++) {
      products.add(product(rank, random));
    }
    double sum = 0;
    for (int rank = 0; rank < PRODUCTS_PER_CATEGORY; rank++) {
      sum += StrictMath.pow(rank + 1, -STEEPNESS);
      popularityUpTo[rank] = sum;
    }
  }

  private static Product product(int rank, StableRandom random) {
    int category = rank % CATEGORIES.size();
    int cents = 100 * (int) (9 + random.exponential(45)) + (random.chance(0.7) ? 99 : 50);
    return new Product(
        rank,
        "p" + (1001 + rank),
        CATEGORIES.get(category).substring(0, 2).toUpperCase(Locale.ROOT)
            + "-"
            + (10_000 + 37 * rank),
        STYLES.get(random.below(STYLES.size())) + " " + NOUNS.get(category),
        CATEGORIES.get(category),
        BigDecimal.valueOf(cents, 2));
  }

  Product product(int rank) {
    return products.get(rank);
  }

  /** Draws one of a category, the popular ones more often. */
  Product draw(int category, StableRandom random) {
    double point = random.unit() * popularityUpTo[PRODUCTS_PER_CATEGORY - 1];
    int found = Arrays.binarySearch(popularityUpTo, point);
    int place = found < 0 ? -found - 1 : found;
    return products.get(Math.min(place, PRODUCTS_PER_CATEGORY - 1) * CATEGORIES.size() + category);
  }
}
