package dev.wend.job.report.analysis;

import dev.wend.check.CheckedScenario;
import dev.wend.compile.Branch;
import dev.wend.compile.NodeEdge;
import dev.wend.compile.NodeText;
import dev.wend.job.journey.Moments;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The nodes and edges of a scenario by number, as journeys pass them. */
final class NumberedGraph {
  private final CheckedScenario checked;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Map<String, Integer>> ways = new ArrayList<>();

  /**
   * A way from one node to another.
   *
   * @param decision what the trace says of those who go it; empty where nothing is decided
   */
  record Edge(int from, int to, String decision, String label) {}

  NumberedGraph(CheckedScenario checked) {
    this.checked = checked;
    nodes().forEach(node -> numbers.put(node.id(), numbers.size()));
    nodes().forEach(this::addEdges);
  }

  Scenario scenario() {
    return checked.scenario();
  }

  List<Node> nodes() {
    return checked.scenario().nodes();
  }

  Node node(int number) {
    return nodes().get(number);
  }

  /** By number. */
  List<Edge> edges() {
    return edges;
  }

  /**
   * The number of a node.
   *
   * @throws IllegalArgumentException where the scenario has none of that id
   */
  int number(String nodeId) {
    return Optional.ofNullable(numbers.get(nodeId))
        .orElseThrow(
            () -> new IllegalArgumentException(scenario().id() + " has no node " + nodeId));
  }

  /** The number of the edge that a decision takes; empty where it ends the journey. */
  Optional<Integer> edge(int node, String decision) {
    return Optional.ofNullable(ways.get(node).get(decision));
  }

  /** The number of the edge of a node that decides nothing. */
  int onlyEdge(int node) {
    return edge(node, "").orElseThrow();
  }

  /** Whether journeys go on from there without a trace record. */
  boolean isSilent(int node) {
    return node(node) instanceof Node.Delay
        || node(node) instanceof Node.Sleep
        || node(node) instanceof Node.WaitUntil;
  }

  /** How long journeys stay at a silent node; empty where that depends on when they arrive. */
  Optional<Duration> stay(int node) {
    if (node(node) instanceof Node.Delay delay) {
      return Optional.of(delay.duration());
    }
    return node(node) instanceof Node.Sleep sleep
        ? Optional.of(sleep.duration())
        : Optional.empty();
  }

  /** When who arrived at a silent node goes on; empty where the trace does not tell. */
  OptionalLong goesOn(int node, OptionalLong arrived) {
    if (arrived.isEmpty()) {
      return OptionalLong.empty();
    }
    long arrival = arrived.getAsLong();
    if (node(node) instanceof Node.WaitUntil until) {
      OptionalLong moment = Moments.ofAll(until, scenario().timeZone(), arrival);
      return moment.isPresent()
          ? OptionalLong.of(Math.max(arrival, moment.getAsLong()))
          : OptionalLong.empty();
    }
    return OptionalLong.of(arrival + stay(node).orElseThrow().toMillis());
  }

  /** When a journey came to a node, as far as what was decided there at {@code time} tells. */
  OptionalLong arrival(int node, String decision, long time) {
    if (node(node) instanceof Node.Condition condition) {
      return isDecidedAtOnce(condition)
          ? OptionalLong.of(time)
          : begin(condition.within(), decision.equals(Branch.NO), time);
    } else if (node(node) instanceof Node.WaitFor waits) {
      boolean timedOut =
          waits.otherwise().equals(Optional.of(decision))
              && waits.branches().stream().noneMatch(branch -> branch.next().equals(decision));
      return begin(waits.within(), timedOut, time);
    }
    return OptionalLong.of(time);
  }

  private boolean isDecidedAtOnce(Node.Condition condition) {
    return condition.within().isEmpty()
        && (condition.matcher() instanceof ProfileMatcher || checked.isDecidedByDelay(condition));
  }

  private static OptionalLong begin(Optional<Duration> window, boolean timedOut, long time) {
    return timedOut && window.isPresent()
        ? OptionalLong.of(time - window.get().toMillis())
        : OptionalLong.empty();
  }

  private void addEdges(Node node) {
    ways.add(new HashMap<>());
    for (NodeEdge edge : NodeEdge.of(node)) {
      ways.get(number(node.id())).put(edge.decision(), edges.size());
      edges.add(
          new Edge(
              number(edge.from()), number(edge.to()), edge.decision(), NodeText.of(node, edge)));
    }
  }
}
