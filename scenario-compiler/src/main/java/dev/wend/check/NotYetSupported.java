package dev.wend.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.scenario.Node;

/** What the engine does not carry out yet. */
final class NotYetSupported implements Rule {
  @Override
  public void check(Inspection inspection) {
    inspection.forEach(
        Node.Trigger.class, (parsed, node) -> check(inspection, parsed.pointer(), node));
    inspection.forEach(
        Node.Condition.class, (parsed, node) -> check(inspection, parsed.pointer(), node));
  }

  private static void check(Inspection inspection, JsonPointer pointer, Node.Trigger trigger) {
    if (trigger.on() instanceof TriggerMatcher.OnPattern) {
      report(inspection, pointer.appendProperty("on"), "a pattern");
    }
  }

  private static void check(Inspection inspection, JsonPointer pointer, Node.Condition condition) {
    if (condition.matcher() instanceof PatternMatcher) {
      report(inspection, pointer.appendProperty("if"), "a pattern");
    }
  }

  private static void report(Inspection inspection, JsonPointer pointer, String what) {
    inspection.error(IssueCode.NOT_YET_SUPPORTED, pointer, what + " is not supported yet");
  }
}
