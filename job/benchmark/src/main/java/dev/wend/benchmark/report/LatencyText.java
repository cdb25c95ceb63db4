package dev.wend.benchmark.report;

import dev.wend.benchmark.measure.LatencyOutcome;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Latencies and their parts as a table in Markdown. */
public final class LatencyText {
  private static final String HEAD =
      """
      | disorder | milliseconds | p50 | p99 | p99.9 | longest |
      |---|---|---:|---:|---:|---:|
      """;

  private LatencyText() {}

  /** By how far events may be out of order, at a rate in events a second. */
  public static String of(double rate, Map<Duration, LatencyOutcome> outcomes) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "### from an event to its action, at %,.0f events/s%n%n%s", rate, HEAD));
    outcomes.forEach(
        (disorder, outcome) -> outcome.parts().forEach(part -> text.append(row(disorder, part))));
    text.append('\n');
    outcomes.forEach(
        (disorder, outcome) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%s: %,d actions at %,.0f events/s, %.2f CPU seconds per million events.%n",
                    disorder,
                    outcome.actions(),
                    outcome.rate(),
                    outcome.cpu())));
    return text.toString();
  }

  private static String row(Duration disorder, LatencyOutcome.Part part) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %,d | %,d | %,d |%n",
        disorder,
        part.name(),
        part.half(),
        part.most(),
        part.nearlyAll(),
        part.longest());
  }
}
