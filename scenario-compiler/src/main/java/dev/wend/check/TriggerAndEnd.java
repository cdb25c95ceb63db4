package dev.wend.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.IssueCode;
import dev.wend.parse.node.NodeTypes;
import dev.wend.parse.tree.ListTree;

/** At least one trigger and one end (section 2). */
final class TriggerAndEnd implements Rule {
  private static final JsonPointer NODES = JsonPointer.empty().appendProperty("nodes");

  @Override
  public void check(Inspection inspection) {
    boolean isList =
        inspection.parsed().locations().find(NODES).filter(ListTree.class::isInstance).isPresent();
    boolean typesKnown =
        inspection.graph().nodes().stream().allMatch(node -> isKnown(node.type().orElse("")));
    if (!isList || !typesKnown) {
      return;
    }
    if (inspection.graph().ofType("trigger").isEmpty()) {
      inspection.error(
          IssueCode.NO_TRIGGER,
          NODES,
          "expected at least one node of type trigger, by which customers enter");
    }
    if (inspection.graph().ofType("end").isEmpty()) {
      inspection.error(
          IssueCode.NO_END,
          NODES,
          "expected at least one node of type end, at which journeys finish");
    }
  }

  private static boolean isKnown(String type) {
    return NodeTypes.ALL.stream().anyMatch(known -> known.name().equals(type));
  }
}
