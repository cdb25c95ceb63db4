package dev.wend.check;

import dev.wend.parse.ParsedNode;
import dev.wend.scenario.Node;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How conditions without {@code within} are reached (SEMANTICS.md section 4). */
final class Placements {

  /** How a condition without {@code within} is reached. */
  enum Placement {
    /** Only from delays, directly or through other such conditions: it is decided when the delay ends. */
    BEHIND_DELAY,
    /** Never so. */
    ELSEWHERE,
    /** In both ways. */
    MIXED,
    /** It is no such condition, or faults of the document hide it. */
    UNKNOWN
  }

  private final Map<ParsedNode, Placement> found = new HashMap<>();
  private final Graph graph;

  Placements(Graph graph) {
    this.graph = graph;
    for (ParsedNode node : graph.inOrder()) {
      if (isCondition(node)) {
        found.put(node, place(node));
      }
    }
  }

  Placement of(ParsedNode node) {
    return found.getOrDefault(node, Placement.UNKNOWN);
  }

  private Placement place(ParsedNode condition) {
    Set<Placement> ways = EnumSet.noneOf(Placement.class);
    graph.predecessors(condition).forEach(from -> ways.add(wayFrom(from)));
    if (ways.isEmpty() || ways.contains(Placement.UNKNOWN) || ways.contains(Placement.MIXED)) {
      return Placement.UNKNOWN;
    }
    return ways.size() > 1 ? Placement.MIXED : ways.iterator().next();
  }

  /** What it means to be reached from {@code node}. */
  Placement wayFrom(ParsedNode node) {
    if (node.isType("delay")) {
      return Placement.BEHIND_DELAY;
    }
    if (isCondition(node)) {
      return of(node);
    }
    boolean hidden = node.node().isEmpty() && (node.type().isEmpty() || node.isType("condition"));
    return hidden ? Placement.UNKNOWN : Placement.ELSEWHERE;
  }

  private static boolean isCondition(ParsedNode node) {
    return node.node()
        .filter(Node.Condition.class::isInstance)
        .map(condition -> ((Node.Condition) condition).within().isEmpty())
        .orElse(false);
  }
}
