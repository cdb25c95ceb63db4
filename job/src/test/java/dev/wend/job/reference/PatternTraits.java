package dev.wend.job.reference;

import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.PatternMatcher.Occurs;
import dev.wend.matcher.PatternMatcher.Step;
import java.util.Set;
import java.util.TreeSet;

/** What a pattern is made of, in words. */
final class PatternTraits {
  private PatternTraits() {}

  static Set<String> of(PatternMatcher pattern) {
    Set<String> traits = new TreeSet<>(Set.of(pattern.contiguity().id(), pattern.skip().id()));
    Step last = pattern.steps().get(pattern.steps().size() - 1);
    for (Step step : pattern.steps()) {
      if (step instanceof Occurs occurs) {
        traits.add(trait(occurs));
      } else {
        traits.add(step == last ? "trailing not" : "not");
      }
    }
    return traits;
  }

  private static String trait(Occurs step) {
    return (step.optional() ? "optional " : "")
        + (step.times() > 1 ? "times" : "once")
        + (step.oneOrMore() ? " or more" : "")
        + (step.until().isPresent() ? " until" : "");
  }
}
