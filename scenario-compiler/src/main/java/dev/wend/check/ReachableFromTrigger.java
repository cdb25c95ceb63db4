package dev.wend.check;

import dev.wend.issue.IssueCode;
import dev.wend.parse.ParsedNode;
import java.util.List;
import java.util.Set;

/** Every node is reachable from a trigger (section 2). */
final class ReachableFromTrigger implements Rule {
  @Override
  public void check(Inspection inspection) {
    Graph graph = inspection.graph();
    List<ParsedNode> triggers = graph.ofType("trigger");
    if (!graph.isComplete() || triggers.isEmpty()) {
      return;
    }
    Set<ParsedNode> reached = graph.reachableFrom(triggers);
    for (ParsedNode node : graph.nodes()) {
      if (!reached.contains(node)) {
        inspection.error(
            IssueCode.UNREACHABLE, node.pointer(), "this node cannot be reached from any trigger");
      }
    }
  }
}
