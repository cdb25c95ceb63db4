package dev.wend.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.PatternMatcher.Absent;
import dev.wend.matcher.PatternMatcher.Occurs;
import dev.wend.matcher.PatternMatcher.Step;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.scenario.Node;
import java.util.List;

/** What Flink CEP refuses or compiles to something else (section 3, ARCHITECTURE.md). */
final class PatternForm implements Rule {
  @Override
  public void check(Inspection inspection) {
    inspection.forEach(
        Node.Trigger.class,
        (parsed, node) -> {
          if (node.on() instanceof TriggerMatcher.OnPattern on) {
            JsonPointer steps = steps(parsed.pointer().appendProperty("on"));
            checkBeginning(inspection, on.pattern(), steps);
            checkSteps(inspection, on.pattern(), steps);
          }
        });
    inspection.forEach(
        Node.Condition.class,
        (parsed, node) -> {
          if (node.matcher() instanceof PatternMatcher pattern) {
            checkSteps(inspection, pattern, steps(parsed.pointer().appendProperty("if")));
          }
        });
  }

  private static JsonPointer steps(JsonPointer matcher) {
    return matcher.appendProperty("pattern").appendProperty("steps");
  }

  private static void checkBeginning(
      Inspection inspection, PatternMatcher pattern, JsonPointer steps) {
    if (pattern.steps().get(0) instanceof Absent) {
      inspection.error(
          IssueCode.PATTERN_BEGINS_WITH_NOT,
          steps.appendIndex(0),
          "the pattern of a trigger begins with something that happens");
    }
  }

  private static void checkSteps(Inspection inspection, PatternMatcher pattern, JsonPointer steps) {
    List<Step> all = pattern.steps();
    checkBehindFirstNot(inspection, all, steps);
    for (int index = 1; index < all.size(); index++) {
      if (all.get(index) instanceof Absent) {
        boolean last = index == all.size() - 1;
        checkBeforeNot(inspection, all.get(index - 1), last, steps.appendIndex(index));
      }
    }
    warnOfNotForNothing(inspection, all, steps);
    boolean something = all.stream().anyMatch(PatternForm::mustHappen);
    if (!something && !(all.get(all.size() - 1) instanceof Absent)) {
      inspection.error(
          IssueCode.PATTERN_OF_NOTHING,
          steps,
          "nothing in this pattern need happen; let one step be neither optional nor `not`");
    }
  }

  /** With two ways in, one past the step and one by it, Flink CEP cannot ask the next step of both what is meant. */
  private static void checkBehindFirstNot(
      Inspection inspection, List<Step> all, JsonPointer steps) {
    if (all.size() > 1
        && all.get(0) instanceof Absent
        && all.get(1) instanceof Occurs first
        && first.optional()) {
      inspection.error(
          IssueCode.VARIABLE_STEP_BEFORE_NOT,
          steps.appendIndex(1),
          "behind a `not` at the beginning stands a step that happens, not one that may be left out");
    }
  }

  private static void checkBeforeNot(
      Inspection inspection, Step before, boolean last, JsonPointer pointer) {
    if (last && before instanceof Absent) {
      inspection.error(
          IssueCode.NOT_AFTER_NOT,
          pointer,
          "a pattern ends with at most one `not`; of two only the last would be kept");
    }
    if (before instanceof Occurs step && (step.optional() || (last && step.oneOrMore()))) {
      inspection.error(
          IssueCode.VARIABLE_STEP_BEFORE_NOT,
          pointer,
          "a `not` "
              + (last ? "as last step " : "")
              + "stands behind a step that happens exactly once or a fixed number of times, not behind one that may "
              + (step.optional() ? "be left out" : "repeat"));
    }
  }

  /** The pattern is complete as soon as nothing more need happen, before the `not` is looked at. */
  private static void warnOfNotForNothing(
      Inspection inspection, List<Step> all, JsonPointer steps) {
    int last = all.size() - 1;
    while (last >= 0 && all.get(last) instanceof Occurs step && step.optional()) {
      last--;
    }
    if (last >= 0 && last < all.size() - 1 && all.get(last) instanceof Absent) {
      inspection.warning(
          IssueCode.NOT_FOR_NOTHING,
          steps.appendIndex(last),
          "nothing need happen behind this `not`, so the pattern matches before it is looked at");
    }
  }

  private static boolean mustHappen(Step step) {
    return step instanceof Occurs occurs && !occurs.optional();
  }
}
