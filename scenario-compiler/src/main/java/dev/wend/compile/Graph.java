package dev.wend.compile;

import dev.wend.check.CheckedScenario;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.scenario.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which conditions a delay decides. */
final class Graph {
  private final CheckedScenario scenario;

  Graph(CheckedScenario scenario) {
    this.scenario = scenario;
  }

  /** The conditions without a window of their own that {@code delay} leads to, directly or through other such ones. */
  List<Node.Condition> conditionsBehind(Node.Delay delay) {
    Map<String, Node.Condition> found = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(delay.next()));
    while (!open.isEmpty()) {
      String nodeId = open.pop();
      if (scenario.node(nodeId).orElse(null) instanceof Node.Condition condition
          && condition.within().isEmpty()
          && found.putIfAbsent(nodeId, condition) == null) {
        condition.no().ifPresent(open::push);
        open.push(condition.yes());
      }
    }
    return List.copyOf(found.values());
  }

  /** Whether {@code condition} needs no waiting of its own. */
  boolean decidedAtOnce(Node.Condition condition) {
    boolean looksAtProfile = condition.matcher() instanceof ProfileMatcher;
    return condition.within().isEmpty() && (looksAtProfile || scenario.isDecidedByDelay(condition));
  }
}
