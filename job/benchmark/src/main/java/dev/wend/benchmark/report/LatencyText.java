package dev.wend.benchmark.report;

import dev.wend.benchmark.measure.LatencyOutcome;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Latencies and their parts as a table in Markdown. */
public final class LatencyText {
  private LatencyText() {}

  /** By how far events may be out of order, at a rate in events a second. */
  public static String of(double rate, Map<Duration, LatencyOutcome> outcomes) {
    MarkdownTable table =
        new MarkdownTable("milliseconds", "disorder", "p50", "p99", "p99.9", "longest");
    StringBuilder notes = new StringBuilder();
    outcomes.forEach(
        (disorder, outcome) -> {
          outcome.parts().forEach(part -> row(table, disorder, part));
          notes.append(note(disorder, outcome));
        });
    return String.format(
        Locale.ROOT,
        "### from an event to its action, at %,.0f events/s%n%n%s%n%s",
        rate,
        table,
        notes);
  }

  private static void row(MarkdownTable table, Duration disorder, LatencyOutcome.Part part) {
    table.row(part.name(), disorder, part.half(), part.most(), part.nearlyAll(), part.longest());
  }

  private static String note(Duration disorder, LatencyOutcome outcome) {
    return String.format(
        Locale.ROOT,
        "- %s: %,d actions, %,.0f events/s, %.2f CPU seconds per million events%n",
        disorder,
        outcome.actions(),
        outcome.rate(),
        outcome.cpu());
  }
}
