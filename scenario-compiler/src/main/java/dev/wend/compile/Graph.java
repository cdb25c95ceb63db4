package dev.wend.compile;

import dev.wend.matcher.ProfileMatcher;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The nodes of a checked scenario by id, and which conditions a delay decides. */
final class Graph {
  private final Map<String, Node> nodes;
  private final Set<String> decidedByDelays = new LinkedHashSet<>();

  Graph(Scenario scenario) {
    nodes =
        scenario.nodes().stream()
            .collect(
                Collectors.toMap(Node::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    for (Node node : scenario.nodes()) {
      if (node instanceof Node.Delay delay) {
        conditionsBehind(delay).forEach(condition -> decidedByDelays.add(condition.id()));
      }
    }
  }

  /** The conditions without a window of their own that {@code delay} leads to, directly or through other such ones. */
  List<Node.Condition> conditionsBehind(Node.Delay delay) {
    Map<String, Node.Condition> found = new LinkedHashMap<>();
    collect(delay.next(), found);
    return List.copyOf(found.values());
  }

  /** Whether {@code condition} needs no waiting of its own. */
  boolean decidedAtOnce(Node.Condition condition) {
    boolean looksAtProfile = condition.matcher() instanceof ProfileMatcher;
    return condition.within().isEmpty()
        && (looksAtProfile || decidedByDelays.contains(condition.id()));
  }

  private void collect(String nodeId, Map<String, Node.Condition> found) {
    if (nodes.get(nodeId) instanceof Node.Condition condition
        && condition.within().isEmpty()
        && found.putIfAbsent(nodeId, condition) == null) {
      condition.successors().forEach(next -> collect(next, found));
    }
  }
}
