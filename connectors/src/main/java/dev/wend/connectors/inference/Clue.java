package dev.wend.connectors.inference;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Something that speaks for, or against, a column having a role.
 *
 * @param points how much, below zero against it
 * @param why in words
 */
record Clue(Role role, double points, String why, Predicate<Column> holds) {
  /** It is called so. */
  static Clue named(Role role, double points, String pattern) {
    Pattern name = Pattern.compile(pattern);
    return new Clue(
        role, points, "is called like one", column -> name.matcher(column.words()).matches());
  }

  /** Its values are so. */
  static Clue valued(Role role, double points, String why, Predicate<Column> holds) {
    return new Clue(role, points, why, holds);
  }
}
