package dev.wend.check;

import dev.wend.issue.IssueCode;
import dev.wend.parse.ParsedNode;
import java.util.List;
import java.util.Set;

/** Every node reaches an end (section 2). */
final class ReachesEnd implements Rule {
  @Override
  public void check(Inspection inspection) {
    Graph graph = inspection.graph();
    List<ParsedNode> ends = graph.ofType("end");
    if (!graph.isComplete() || ends.isEmpty()) {
      return;
    }
    Set<ParsedNode> reaching = graph.reaching(ends);
    for (ParsedNode node : graph.nodes()) {
      if (!reaching.contains(node)) {
        inspection.error(
            IssueCode.NEVER_ENDS, node.pointer(), "no end can be reached from this node");
      }
    }
  }
}
