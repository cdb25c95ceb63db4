package dev.wend.benchmark.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A table in Markdown whose first column is text and whose others are numbers. */
public final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> columns;

  /** With these headings. */
  public MarkdownTable(String... columns) {
    this.columns = List.of(columns);
  }

  /** Adds a row; numbers are written with as many digits as they are worth. */
  public MarkdownTable row(String title, Object... cells) {
    List<String> row = new ArrayList<>(List.of(title));
    for (Object cell : cells) {
      row.add(cell instanceof Double number ? number(number) : cell.toString());
    }
    rows.add(row);
    return this;
  }

  static String number(double value) {
    String format = value >= 1_000 ? "%,.0f" : value >= 20 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(line(columns));
    text.append("|---").append(String.join("", Collections.nCopies(columns.size() - 1, "|---:")));
    text.append("|\n");
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
