package dev.wend.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.event.EventKind;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.PatternMatcher.Occurs;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.matcher.TriggerMatcher.OnEvent;
import dev.wend.matcher.TriggerMatcher.OnPattern;
import dev.wend.scenario.Node;
import dev.wend.scenario.Settings.ExitCondition;
import dev.wend.scenario.Settings.ExitEvent;
import java.util.List;

/** Warns where a trigger or {@code exitWhen} names {@code customer-erased}, which never fires (section 4). */
final class ErasureNeverFires implements Rule {
  @Override
  public void check(Inspection inspection) {
    inspection.forEach(
        Node.Trigger.class,
        (parsed, node) -> check(inspection, node.on(), parsed.pointer().appendProperty("on")));
    inspection
        .parsed()
        .scenario()
        .ifPresent(scenario -> check(inspection, scenario.settings().exitWhen()));
  }

  private static void check(Inspection inspection, List<ExitCondition> exits) {
    JsonPointer list = JsonPointer.empty().appendProperty("settings").appendProperty("exitWhen");
    for (int index = 0; index < exits.size(); index++) {
      if (exits.get(index) instanceof ExitEvent exit) {
        check(inspection, exit.event(), list.appendIndex(index));
      }
    }
  }

  private static void check(Inspection inspection, TriggerMatcher on, JsonPointer pointer) {
    if (on instanceof OnEvent event) {
      check(inspection, event.event(), pointer);
    } else if (on instanceof OnPattern pattern) {
      check(inspection, pattern.pattern(), pointer.appendProperty("pattern"));
    }
  }

  private static void check(Inspection inspection, PatternMatcher pattern, JsonPointer pointer) {
    for (int index = 0; index < pattern.steps().size(); index++) {
      if (pattern.steps().get(index) instanceof Occurs step) {
        check(inspection, step.event(), pointer.appendProperty("steps").appendIndex(index));
      }
    }
  }

  private static void check(Inspection inspection, EventMatcher matcher, JsonPointer pointer) {
    if (matcher.event().kind() == EventKind.CUSTOMER_ERASED) {
      inspection.warning(
          IssueCode.NEVER_FIRES,
          pointer.appendProperty("event"),
          "customer-erased never fires: an erasure starts nothing and has removed all that it could end");
    }
  }
}
