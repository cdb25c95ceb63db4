package dev.wend.compile;

import dev.wend.scenario.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A way from one node to another.
 *
 * @param decision what the trace says of those who go it; empty where nothing is decided
 */
public record NodeEdge(String from, String decision, String to) {
  /** The edges that leave a node. */
  public static List<NodeEdge> of(Node node) {
    List<NodeEdge> edges = new ArrayList<>();
    if (node instanceof Node.Condition condition) {
      edges.add(new NodeEdge(node.id(), Branch.YES, condition.yes()));
      condition.no().ifPresent(no -> edges.add(new NodeEdge(node.id(), Branch.NO, no)));
    } else if (isDecidedAt(node)) {
      node.successors().stream()
          .distinct()
          .forEach(next -> edges.add(new NodeEdge(node.id(), next, next)));
    } else {
      node.successors().forEach(next -> edges.add(new NodeEdge(node.id(), "", next)));
    }
    return edges;
  }

  /** Whether a journey leaves the node by one of several edges, which a step tells. */
  public static boolean isDecidedAt(Node node) {
    return node instanceof Node.Condition
        || node instanceof Node.WaitFor
        || node instanceof Node.Split;
  }
}
