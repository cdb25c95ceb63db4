package dev.wend.check;

import dev.wend.issue.IssueCode;
import dev.wend.parse.ParsedNode;

/** {@code id}s are unique in the document (section 2). */
final class UniqueNodeIds implements Rule {
  @Override
  public void check(Inspection inspection) {
    for (ParsedNode node : inspection.graph().nodes()) {
      node.id()
          .flatMap(inspection.graph()::find)
          .filter(first -> !first.equals(node))
          .ifPresent(first -> report(inspection, node, first));
    }
  }

  private static void report(Inspection inspection, ParsedNode node, ParsedNode first) {
    int line = inspection.parsed().locations().locate(first.pointer()).line();
    inspection.error(
        IssueCode.DUPLICATE_NODE_ID,
        node.pointer().appendProperty("id"),
        "the node in line " + line + " has the id '" + node.id().orElseThrow() + "' already");
  }
}
