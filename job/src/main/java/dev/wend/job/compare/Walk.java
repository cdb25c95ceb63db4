package dev.wend.job.compare;

import dev.wend.compile.NodeEdge;
import dev.wend.event.TraceKind;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The edges that a journey went along. Nodes that wait for time alone write no step, but only one edge leaves each: so the
 * way between two steps is known. Of a customer who was erased it is known up to the first such node behind the last step.
 */
final class Walk {
  private final Map<String, Node> nodes;
  private final List<NodeEdge> edges = new ArrayList<>();
  private String stands = "";

  private Walk(Map<String, Node> nodes) {
    this.nodes = nodes;
  }

  /** The edges in their order; none of an entry that was refused. */
  static List<NodeEdge> of(Scenario scenario, Journey journey) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    scenario.nodes().forEach(node -> nodes.put(node.id(), node));
    Walk walk = new Walk(nodes);
    walk.stands = journey.first().node();
    journey.steps().forEach(walk::take);
    journey.waiting().ifPresent(waiting -> walk.comeTo(waiting.node()));
    return List.copyOf(walk.edges);
  }

  private void take(Step step) {
    comeTo(step.node());
    if (step.kind() == TraceKind.ENTERED || step.kind() == TraceKind.ACTION) {
      leave("");
    } else if (step.kind() == TraceKind.DECIDED) {
      leave(step.detail());
    }
  }

  private void comeTo(String target) {
    for (int passed = 0; passed < nodes.size() && !stands.equals(target); passed++) {
      if (!NodeEdge.isDecidedAt(nodes.get(stands))) {
        leave("");
      }
    }
  }

  /** A decision that ends the journey has no edge. */
  private void leave(String decision) {
    NodeEdge.of(nodes.get(stands)).stream()
        .filter(edge -> edge.decision().equals(decision))
        .findFirst()
        .ifPresent(
            edge -> {
              edges.add(edge);
              stands = edge.to();
            });
  }
}
