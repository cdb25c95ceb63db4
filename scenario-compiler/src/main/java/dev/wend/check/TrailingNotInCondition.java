package dev.wend.check;

import dev.wend.check.Placements.Placement;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.PatternMatcher.Absent;
import dev.wend.matcher.PatternMatcher.Contiguity;
import dev.wend.parse.ParsedNode;
import dev.wend.scenario.Node;

/** A condition's pattern that ends with a {@code not} needs a window (section 3), and is never met in it (section 4). */
final class TrailingNotInCondition implements Rule {
  @Override
  public void check(Inspection inspection) {
    inspection.forEach(
        Node.Condition.class,
        (parsed, node) -> {
          if (node.matcher() instanceof PatternMatcher pattern && endsWithNot(pattern)) {
            report(inspection, parsed, node, pattern);
          }
        });
  }

  private static boolean endsWithNot(PatternMatcher pattern) {
    return pattern.steps().get(pattern.steps().size() - 1) instanceof Absent;
  }

  private static void report(
      Inspection inspection, ParsedNode parsed, Node.Condition node, PatternMatcher matcher) {
    var pattern = parsed.pointer().appendProperty("if").appendProperty("pattern");
    boolean endless =
        node.within().isEmpty() && inspection.placements().of(parsed) == Placement.ELSEWHERE;
    if (endless) {
      inspection.error(
          IssueCode.TRAILING_NOT_UNBOUNDED,
          pattern,
          "a pattern that ends with a `not` matches when its time has passed; give the node a `within`");
    } else if (matcher.contiguity() != Contiguity.STRICT) {
      inspection.warning(
          IssueCode.TRAILING_NOT_IN_CONDITION,
          pattern,
          "a pattern that ends with a `not` would match when the window is over, which is outside of it: the answer is"
              + " always no");
    }
  }
}
