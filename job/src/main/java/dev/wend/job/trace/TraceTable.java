package dev.wend.job.trace;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The lines of a trace, one below the other in columns. */
public final class TraceTable {
  private static final List<Function<TraceLine, String>> COLUMNS =
      List.of(
          TraceLine::time,
          TraceLine::scenario,
          TraceLine::instanceName,
          TraceLine::node,
          TraceWords::of,
          TraceLine::cause);

  private TraceTable() {}

  /** A row per line: time (UTC), scenario, instance, node, what happened, and what caused it. */
  public static String of(List<TraceLine> lines) {
    List<List<String>> rows =
        lines.stream()
            .map(line -> COLUMNS.stream().map(column -> printable(column.apply(line))).toList())
            .toList();
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder printed = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        printed.append(padded(row.get(column), width(rows, column))).append("  ");
      }
      table.append(printed.toString().stripTrailing()).append(System.lineSeparator());
    }
    return table.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().map(row -> row.get(column)).mapToInt(TraceTable::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - length(text));
  }

  /** What comes from outside does not move the cursor of whoever reads it. */
  public static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (Character.isISOControl(character)) {
                printable.append(String.format(Locale.ROOT, "\\u%04x", character));
              } else {
                printable.appendCodePoint(character);
              }
            });
    return printable.toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
