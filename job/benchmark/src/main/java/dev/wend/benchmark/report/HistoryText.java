package dev.wend.benchmark.report;

import dev.wend.benchmark.contestant.Historian;
import dev.wend.benchmark.measure.HistoryOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ways through a history as a table in Markdown. */
public final class HistoryText {
  private static final double TARGET = 0.7;
  private static final double MEBIBYTE = 1 << 20;

  private HistoryText() {}

  /** With how much was read and written. */
  public static String of(Map<Historian, List<HistoryOutcome>> outcomes) {
    MarkdownTable table =
        new MarkdownTable(
            "contestant",
            "events/s",
            "CPU seconds per million events",
            "peak memory of the process, MB",
            "replay is as fast, times",
            "by CPU, times",
            "target");
    List<HistoryOutcome> replay = outcomes.get(Historian.REPLAY);
    outcomes.forEach((historian, each) -> row(table, historian, each, replay));
    HistoryOutcome any = replay.get(0);
    return String.format(
        Locale.ROOT,
        "### a year of history%n%n%s%n%,d events, %,d actions.%n",
        table,
        any.events(),
        any.records());
  }

  private static void row(
      MarkdownTable table,
      Historian historian,
      List<HistoryOutcome> outcomes,
      List<HistoryOutcome> replay) {
    boolean itself = historian == Historian.REPLAY;
    Object target = TARGET;
    table.row(
        historian.title(),
        Median.of(outcomes, HistoryOutcome::rate),
        Median.of(outcomes, HistoryOutcome::cpu),
        Median.of(outcomes, HistoryOutcome::processBytes) / MEBIBYTE,
        itself ? "" : Ratios.text(replay, outcomes, HistoryOutcome::rate),
        itself ? "" : Ratios.text(outcomes, replay, HistoryOutcome::cpu),
        historian == Historian.SORTING ? target : "");
  }
}
