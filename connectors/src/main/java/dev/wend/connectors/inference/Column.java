package dev.wend.connectors.inference;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The values of a column, or of a place in JSON records, in the rows of a sample. */
final class Column {
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}([.][0-9]{1,18})?");
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile(
          "[+-]?[0-9]{1,3}([. \u00A0\u202F'][0-9]{3})*(,[0-9]{1,6})?|[+-]?[0-9]+(,[0-9]{1,6})?");
  private static final Pattern GROUPED =
      Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})*([.][0-9]{1,18})?");
  private static final double NEARLY_ALL = 0.95;

  private final String source;
  private final List<String> values;
  private final boolean text;
  private final List<String> filled;
  private final int distinct;
  private final Optional<TimeGuess> time;

  /**
   * A column.
   *
   * @param source the column, or the JSON pointer, as a mapping names it
   * @param values of each row; empty where it has none
   * @param text whether the values are texts, and not numbers of JSON
   */
  Column(String source, List<String> values, boolean text) {
    this.source = source;
    this.values = List.copyOf(values);
    this.text = text;
    this.filled = values.stream().filter(value -> !value.isEmpty()).toList();
    this.distinct = new HashSet<>(filled).size();
    this.time = TimeGuess.of(this);
  }

  String source() {
    return source;
  }

  List<String> values() {
    return values;
  }

  boolean isText() {
    return text;
  }

  /** The last part of its name. */
  String lastName() {
    return source.substring(source.lastIndexOf('/') + 1);
  }

  /**
   * The last part of its name, in lower case, words apart: {@code /order/customerId} is {@code customer id}; with the part
   * before it where it says nothing alone, as in {@code /user/id}.
   */
  String words() {
    String[] parts = source.split("/", -1);
    boolean more = parts.length > 2 && lastName().matches("(?i)id|key|code|no|number|uid");
    return (more ? parts[parts.length - 2] + ' ' + lastName() : lastName())
        .replaceAll("(\\p{Ll}|[0-9])(\\p{Lu})", "$1 $2")
        .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** The values that there are. */
  List<String> filled() {
    return filled;
  }

  /** Of all rows, how many have a value. */
  double filledShare() {
    return values.isEmpty() ? 0 : filled.size() / (double) values.size();
  }

  /** Of the values, how many are such. */
  double share(Predicate<String> such) {
    return filled.isEmpty() ? 0 : filled.stream().filter(such).count() / (double) filled.size();
  }

  /** How many different values. */
  int distinct() {
    return distinct;
  }

  /** In how many rows a value comes on average. */
  double rowsPerValue() {
    return filled.size() / (double) Math.max(1, distinct);
  }

  /** How its times are written; empty where it holds none. */
  Optional<TimeGuess> time() {
    return time;
  }

  boolean isInteger() {
    return isOf(INTEGER);
  }

  boolean isNumber() {
    return isOf(NUMBER);
  }

  /** Whether it holds numbers such as {@code 1.234,50}. */
  boolean hasDecimalComma() {
    return text && !isNumber() && isOf(DECIMAL_COMMA);
  }

  /** Whether it holds numbers such as {@code 1,234.50}. */
  boolean isGrouped() {
    return text && !isNumber() && !hasDecimalComma() && isOf(GROUPED);
  }

  boolean isAnyNumber() {
    return isNumber() || hasDecimalComma() || isGrouped();
  }

  /** Whether whole numbers are written as {@code 17850.0}. */
  boolean endsInPointZero() {
    return text && share(value -> value.endsWith(".0")) >= NEARLY_ALL;
  }

  private boolean isOf(Pattern pattern) {
    return share(value -> pattern.matcher(value).matches()) >= NEARLY_ALL;
  }
}
