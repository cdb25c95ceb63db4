package dev.wend.benchmark.report;

import dev.wend.benchmark.measure.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How much of the machine others had meanwhile: rates of a run from which much was taken say little. */
public final class StealText {
  private StealText() {}

  /** A sentence about the run from which most was taken. */
  public static String of(Collection<List<Outcome>> outcomes) {
    double most =
        outcomes.stream().flatMap(List::stream).mapToDouble(Outcome::stolen).max().orElse(0);
    return String.format(
        Locale.ROOT,
        "The host gave at most %.1f %% of this machine's processor time to others during a run.",
        100 * most);
  }
}
