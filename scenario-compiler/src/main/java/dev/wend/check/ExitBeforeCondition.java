package dev.wend.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.Matcher;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.PatternMatcher.Occurs;
import dev.wend.matcher.PatternMatcher.Step;
import dev.wend.scenario.Node;
import dev.wend.scenario.Settings.ExitCondition;
import java.util.List;

/** Warns where {@code exitWhen} covers what a condition asks for, so that its yes can never be (section 4). */
final class ExitBeforeCondition implements Rule {
  @Override
  public void check(Inspection inspection) {
    inspection
        .parsed()
        .scenario()
        .ifPresent(scenario -> check(inspection, scenario.settings().exitWhen()));
  }

  private static void check(Inspection inspection, List<ExitCondition> exits) {
    inspection.forEach(
        Node.Condition.class,
        (parsed, node) ->
            warnIfCovered(
                inspection, exits, node.matcher(), parsed.pointer().appendProperty("if"), "yes"));
    inspection.forEach(
        Node.WaitFor.class,
        (parsed, node) -> {
          JsonPointer branches = parsed.pointer().appendProperty("branches");
          for (int index = 0; index < node.branches().size(); index++) {
            JsonPointer branch = branches.appendIndex(index).appendProperty("if");
            Matcher matcher = node.branches().get(index).matcher();
            warnIfCovered(inspection, exits, matcher, branch, "branch");
          }
        });
  }

  private static void warnIfCovered(
      Inspection inspection,
      List<ExitCondition> exits,
      Matcher matcher,
      JsonPointer pointer,
      String answer) {
    if (exits.stream().anyMatch(exit -> covers(exit, matcher))) {
      inspection.warning(
          IssueCode.EXIT_COVERS,
          pointer,
          "exitWhen ends the journey at every such event, so its " + answer + " can never be");
    }
  }

  private static boolean covers(ExitCondition exit, Matcher matcher) {
    if (matcher instanceof EventMatcher event) {
      return ExitCoverage.covers(exit, event);
    }
    return matcher instanceof PatternMatcher pattern
        && pattern.steps().stream().anyMatch(step -> coversNeeded(exit, step));
  }

  private static boolean coversNeeded(ExitCondition exit, Step step) {
    return step instanceof Occurs occurs
        && !occurs.optional()
        && ExitCoverage.covers(exit, occurs.event());
  }
}
