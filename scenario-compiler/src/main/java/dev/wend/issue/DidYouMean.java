package dev.wend.issue;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class DidYouMean {
  private static final int LONGEST = 80;
  private static final int SHORTEST_PART = 3;
  private static final int MOST_WORDS = 1_000;

  private DidYouMean() {}

  /** The word, among the first thousand, that is nearest to {@code written}; of equally near ones the first. */
  public static Optional<String> suggestion(String written, Collection<String> known) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = written.toLowerCase(Locale.ROOT);
    int best = Math.max(1, written.length() / 3) + 1;
    Optional<String> nearest = Optional.empty();
    for (String word : (Iterable<String>) known.stream().limit(MOST_WORDS)::iterator) {
      int distance = distance(wanted, word.toLowerCase(Locale.ROOT));
      if (distance < best) {
        best = distance;
        nearest = Optional.of(word);
      }
    }
    return nearest.or(() -> containing(wanted, known));
  }

  /** For a word that was cut short, such as {@code email} for {@code send-email}. */
  private static Optional<String> containing(String wanted, Collection<String> known) {
    return known.stream()
        .filter(word -> wanted.length() >= SHORTEST_PART)
        .filter(word -> word.toLowerCase(Locale.ROOT).contains(wanted))
        .findFirst();
  }

  /** The question to end a message with, or empty text where nothing is near enough. */
  public static String question(String written, Collection<String> known) {
    return suggestion(written, known).map(word -> "; did you mean '" + word + "'?").orElse("");
  }

  private static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, left, right, i, j);
      }
    }
    return cost[left.length()][right.length()];
  }

  private static int cheapest(int[][] cost, String left, String right, int i, int j) {
    boolean same = left.charAt(i - 1) == right.charAt(j - 1);
    int replaced = cost[i - 1][j - 1] + (same ? 0 : 1);
    int moved = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return Math.min(Math.min(replaced, moved), swapped ? cost[i - 2][j - 2] + 1 : moved);
  }
}
