package dev.wend.check;

import dev.wend.issue.IssueCode;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.PatternMatcher.Occurs;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.parse.ParsedNode;
import dev.wend.scenario.Node;

/** The patterns of a document ask for so many events that Flink CEP can still hold their states (section 3). */
final class PatternSize implements Rule {
  private static final long MOST = 10_000;

  @Override
  public void check(Inspection inspection) {
    long sum = 0;
    for (ParsedNode parsed : inspection.graph().nodes()) {
      long before = sum;
      sum += parsed.node().map(PatternSize::events).orElse(0L);
      if (sum > MOST && before <= MOST) {
        inspection.error(
            IssueCode.BAD_NUMBER,
            parsed.pointer(),
            "expected at most "
                + MOST
                + " events in the steps of all patterns of a document (each counts as often as its 'times')");
      }
    }
  }

  private static long events(Node node) {
    if (node instanceof Node.Trigger trigger
        && trigger.on() instanceof TriggerMatcher.OnPattern on) {
      return events(on.pattern());
    }
    return node instanceof Node.Condition condition
            && condition.matcher() instanceof PatternMatcher pattern
        ? events(pattern)
        : 0;
  }

  private static long events(PatternMatcher pattern) {
    return pattern.steps().stream()
        .mapToLong(step -> step instanceof Occurs occurs ? occurs.times() : 1)
        .sum();
  }
}
