package dev.wend.benchmark.report;

import dev.wend.benchmark.contestant.Historian;
import dev.wend.benchmark.measure.HistoryOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ways through a history as a table in Markdown. */
public final class HistoryText {
  private static final double TARGET = 0.7;

  private static final String HEAD =
      """
      ### a year of history

      | contestant | events/s | CPU seconds per million events | peak memory of the process, MB | replay is as fast, times | by CPU, times | target |
      |---|---:|---:|---:|---:|---:|---:|
      """;

  private HistoryText() {}

  /** With how much was read and written. */
  public static String of(Map<Historian, List<HistoryOutcome>> outcomes) {
    StringBuilder text = new StringBuilder(HEAD);
    List<HistoryOutcome> replay = outcomes.get(Historian.REPLAY);
    outcomes.forEach((historian, each) -> text.append(row(historian, each, replay)));
    HistoryOutcome any = replay.get(0);
    text.append(
        String.format(Locale.ROOT, "%n%,d events, %,d actions.%n", any.events(), any.records()));
    return text.toString();
  }

  private static String row(
      Historian historian, List<HistoryOutcome> outcomes, List<HistoryOutcome> replay) {
    double rate = Median.of(outcomes, HistoryOutcome::rate);
    double cpu = Median.of(outcomes, HistoryOutcome::cpu);
    boolean itself = historian == Historian.REPLAY;
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %.2f | %,.0f | %s | %s | %s |%n",
        historian.title(),
        rate,
        cpu,
        Median.of(outcomes, HistoryOutcome::processBytes) / (1 << 20),
        itself ? "" : times(Median.of(replay, HistoryOutcome::rate) / rate),
        itself ? "" : times(cpu / Median.of(replay, HistoryOutcome::cpu)),
        historian == Historian.SORTING ? times(TARGET) : "");
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
