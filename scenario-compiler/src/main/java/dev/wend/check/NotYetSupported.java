package dev.wend.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.parse.ParsedNode;
import dev.wend.scenario.Node;
import java.util.Set;

/** What the engine does not carry out yet. */
final class NotYetSupported implements Rule {
  private static final Set<String> NODE_TYPES =
      Set.of("wait-until", "wait-for", "split", "add-tag", "remove-tag", "update-field");

  @Override
  public void check(Inspection inspection) {
    for (ParsedNode node : inspection.graph().nodes()) {
      node.type()
          .filter(NODE_TYPES::contains)
          .ifPresent(type -> report(inspection, node.pointer().appendProperty("type"), type));
    }
    inspection.forEach(
        Node.Trigger.class, (parsed, node) -> check(inspection, parsed.pointer(), node));
    inspection.forEach(
        Node.Condition.class, (parsed, node) -> check(inspection, parsed.pointer(), node));
  }

  private static void check(Inspection inspection, JsonPointer pointer, Node.Trigger trigger) {
    if (!(trigger.on() instanceof TriggerMatcher.OnEvent)) {
      report(inspection, pointer.appendProperty("on"), "a trigger on anything but an event");
    }
    if (trigger.when().isPresent()) {
      report(inspection, pointer.appendProperty("when"), "'when'");
    }
  }

  private static void check(Inspection inspection, JsonPointer pointer, Node.Condition condition) {
    if (condition.matcher() instanceof PatternMatcher) {
      report(inspection, pointer.appendProperty("if"), "a pattern");
    }
    if (condition.matcher() instanceof ProfileMatcher) {
      report(inspection, pointer.appendProperty("if"), "a profile matcher in a condition");
    }
  }

  private static void report(Inspection inspection, JsonPointer pointer, String what) {
    inspection.error(IssueCode.NOT_YET_SUPPORTED, pointer, what + " is not supported yet");
  }
}
