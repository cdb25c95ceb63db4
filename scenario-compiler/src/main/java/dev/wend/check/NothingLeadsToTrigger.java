package dev.wend.check;

import dev.wend.issue.IssueCode;
import dev.wend.parse.ParsedNode;
import dev.wend.parse.value.NodeReference.Link;

/** Nothing leads to a trigger (section 2). */
final class NothingLeadsToTrigger implements Rule {
  @Override
  public void check(Inspection inspection) {
    for (ParsedNode node : inspection.graph().nodes()) {
      for (Link link : node.links()) {
        inspection
            .graph()
            .find(link.target())
            .filter(target -> target.isType("trigger"))
            .ifPresent(trigger -> report(inspection, link));
      }
    }
  }

  private static void report(Inspection inspection, Link link) {
    inspection.error(
        IssueCode.LEADS_TO_TRIGGER,
        link.pointer(),
        "nothing may lead to a trigger, and '" + link.target() + "' is one");
  }
}
