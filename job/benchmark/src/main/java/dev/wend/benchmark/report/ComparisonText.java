package dev.wend.benchmark.report;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.measure.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A comparison as a table in Markdown: medians, and how Wend does against each, round by round. */
public final class ComparisonText {
  private ComparisonText() {}

  /** With its title, whether the answers were the same, and how much of the machine others had. */
  public static String of(Comparison.Result result) {
    MarkdownTable table =
        new MarkdownTable(
            "contestant",
            "events/s",
            "CPU seconds per million events",
            "allocated bytes per event",
            "Wend is as fast, times",
            "by CPU, times",
            "target");
    List<Outcome> wend = result.outcomes().get(Contestants.WEND);
    result
        .outcomes()
        .forEach(
            (contestant, outcomes) ->
                row(table, contestant, outcomes, wend, result.comparison().targets()));
    return "### %s%n%n%s%n%s %s%n"
        .formatted(
            result.comparison().title(),
            table,
            answers(result),
            StealText.of(result.outcomes().values()));
  }

  private static void row(
      MarkdownTable table,
      Contestants contestant,
      List<Outcome> outcomes,
      List<Outcome> wend,
      Map<Contestants, Double> targets) {
    boolean itself = contestant == Contestants.WEND;
    Object target = targets.getOrDefault(contestant, Double.NaN);
    table.row(
        contestant.title(),
        Median.of(outcomes, Outcome::rate),
        Median.of(outcomes, Outcome::cpu),
        Median.of(outcomes, Outcome::allocation),
        itself ? "" : Ratios.text(wend, outcomes, Outcome::rate),
        itself ? "" : Ratios.text(outcomes, wend, Outcome::cpu),
        targets.containsKey(contestant) ? target : "");
  }

  private static String answers(Comparison.Result result) {
    Outcome any = result.outcomes().get(Contestants.WEND).get(0);
    String answers = String.format(Locale.ROOT, "%,d answers", any.answers());
    return result.isSame()
        ? answers + ", the same of all that answer."
        : "**The answers differ: nothing here counts.**";
  }
}
