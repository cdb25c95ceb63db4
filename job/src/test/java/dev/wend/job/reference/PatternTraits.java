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
        add(occurs, traits);
      } else {
        traits.add(step == last ? "trailing not" : "not");
      }
    }
    return traits;
  }

  private static void add(Occurs step, Set<String> traits) {
    traits.add(step.times() > 1 ? "times" : "once");
    if (step.oneOrMore()) {
      traits.add("oneOrMore");
    }
    if (step.until().isPresent()) {
      traits.add("until");
    }
    if (step.optional()) {
      traits.add("optional");
    }
  }
}
