package dev.wend.connectors.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A column that may have a role.
 *
 * @param score the sum of the clues
 * @param reasons the clues, in words
 */
record Candidate(Role role, Column column, double score, List<String> reasons) {
  /** All that have some clue for the role, the best first, else in the order of the columns. */
  static List<Candidate> of(Role role, List<Column> columns) {
    List<Candidate> candidates = new ArrayList<>();
    for (Column column : columns) {
      List<Clue> clues =
          Clues.ALL.stream()
              .filter(clue -> clue.role() == role && clue.holds().test(column))
              .toList();
      if (clues.stream().anyMatch(clue -> clue.points() > 0)) {
        double score = clues.stream().mapToDouble(Clue::points).sum();
        List<String> reasons = clues.stream().map(Clue::why).distinct().toList();
        candidates.add(new Candidate(role, column, score, reasons));
      }
    }
    return candidates.stream()
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .toList();
  }

  boolean isEnough() {
    return score >= Clues.ENOUGH;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-14s %-32s %5.1f  %s",
        role.title(),
        column.source(),
        score,
        String.join(", ", reasons));
  }
}
