package dev.wend.benchmark.report;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.measure.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A comparison as a table in Markdown: medians, and how Wend does against each. */
public final class ComparisonText {
  private static final String HEAD =
      """
      | contestant | events/s | CPU seconds per million events | allocated bytes per event | Wend is as fast, times | by CPU, times | target |
      |---|---:|---:|---:|---:|---:|---:|
      """;

  private ComparisonText() {}

  /** With its title, and whether the answers were the same. */
  public static String of(Comparison.Result result) {
    StringBuilder text = new StringBuilder("### ").append(result.comparison().title());
    text.append("\n\n").append(HEAD);
    List<Outcome> wend = result.outcomes().get(Contestants.WEND);
    for (Map.Entry<Contestants, List<Outcome>> of : result.outcomes().entrySet()) {
      text.append(row(of.getKey(), of.getValue(), wend, result.comparison().targets()));
    }
    text.append('\n').append(answers(result)).append('\n');
    return text.toString();
  }

  private static String row(
      Contestants contestant,
      List<Outcome> outcomes,
      List<Outcome> wend,
      Map<Contestants, Double> targets) {
    double rate = Median.of(outcomes, Outcome::rate);
    double cpu = Median.of(outcomes, Outcome::cpu);
    boolean itself = contestant == Contestants.WEND;
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %.2f | %,.0f | %s | %s | %s |%n",
        contestant.title(),
        rate,
        cpu,
        Median.of(outcomes, Outcome::allocation),
        itself ? "" : times(Median.of(wend, Outcome::rate) / rate),
        itself ? "" : times(cpu / Median.of(wend, Outcome::cpu)),
        targets.containsKey(contestant) ? times(targets.get(contestant)) : "");
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static String answers(Comparison.Result result) {
    Outcome any = result.outcomes().get(Contestants.WEND).get(0);
    String answers = String.format(Locale.ROOT, "%,d answers", any.answers());
    return result.isSame()
        ? answers + ", the same of all that answer."
        : "**The answers differ: nothing here counts.**";
  }
}
