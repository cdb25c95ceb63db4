package dev.wend.check;

import dev.wend.issue.IssueCode;
import dev.wend.parse.ParsedNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The graph has no cycle (section 2). */
final class NoCycles implements Rule {
  private static final int MOST = 100;

  @Override
  public void check(Inspection inspection) {
    Graph graph = inspection.graph();
    Set<ParsedNode> left = new LinkedHashSet<>(graph.nodes());
    graph.inOrder().forEach(left::remove);
    trim(graph, left);
    for (int told = 0; told < MOST && !left.isEmpty(); told++) {
      List<ParsedNode> cycle = cycle(graph, left);
      report(inspection, cycle);
      cycle.forEach(left::remove);
      trim(graph, left);
    }
  }

  /** Leaves the nodes that lead to, and are reached from, others that are left. */
  private static void trim(Graph graph, Set<ParsedNode> left) {
    boolean changed = true;
    while (changed) {
      changed =
          left.removeIf(
              node ->
                  graph.successors(node).stream().noneMatch(left::contains)
                      || graph.predecessors(node).stream().noneMatch(left::contains));
    }
  }

  private static List<ParsedNode> cycle(Graph graph, Set<ParsedNode> left) {
    List<ParsedNode> way = new ArrayList<>();
    Set<ParsedNode> seen = new LinkedHashSet<>();
    ParsedNode node = left.iterator().next();
    while (seen.add(node)) {
      way.add(node);
      node = graph.successors(node).stream().filter(left::contains).findFirst().orElseThrow();
    }
    return way.subList(way.indexOf(node), way.size());
  }

  private static void report(Inspection inspection, List<ParsedNode> cycle) {
    ParsedNode first = cycle.get(0);
    String last = first.id().orElseThrow();
    String way =
        cycle.stream()
            .map(node -> node.id().orElseThrow())
            .collect(Collectors.joining("' -> '", "'", "'"));
    inspection.error(
        IssueCode.CYCLE,
        first.pointer(),
        "a journey only goes forward, but this is a cycle: " + way + " -> '" + last + "'");
  }
}
