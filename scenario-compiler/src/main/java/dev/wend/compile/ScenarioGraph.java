package dev.wend.compile;

import dev.wend.scenario.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A compiled scenario as people draw it.
 *
 * @param vertices in document order
 * @param edges in document order
 */
public record ScenarioGraph(List<Vertex> vertices, List<Edge> edges) {

  /** What a node is to whoever looks at the graph. */
  public enum Role {
    TRIGGER,
    CONDITION,
    WAIT,
    SPLIT,
    ACTION,
    END
  }

  /**
   * A node.
   *
   * @param type as documents write it
   * @param lines what it says besides
   * @param patterns the Flink CEP pattern of each branch that it decides, or of the trigger
   */
  public record Vertex(
      String id, String type, Role role, List<String> lines, List<Pattern> patterns) {}

  /**
   * A pattern.
   *
   * @param decision what it decides; with the condition before it where that is not the node that waits
   */
  public record Pattern(String decision, String text) {}

  /**
   * A way from node to node.
   *
   * @param label empty where there is nothing to say
   */
  public record Edge(String from, String to, String label) {}

  /** Draws nothing; says what there is to draw. */
  public static ScenarioGraph of(CompiledScenario scenario) {
    List<Vertex> vertices = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (Node node : scenario.scenario().nodes()) {
      vertices.add(
          new Vertex(
              node.id(),
              node.type(),
              role(node),
              VertexText.of(scenario, node),
              patterns(scenario, node)));
      edges.addAll(edges(scenario, node));
    }
    return new ScenarioGraph(List.copyOf(vertices), List.copyOf(edges));
  }

  private static Role role(Node node) {
    if (node instanceof Node.Trigger) {
      return Role.TRIGGER;
    } else if (node instanceof Node.Condition) {
      return Role.CONDITION;
    } else if (node instanceof Node.Split) {
      return Role.SPLIT;
    } else if (node instanceof Node.Action) {
      return Role.ACTION;
    }
    return node instanceof Node.End ? Role.END : Role.WAIT;
  }

  private static List<Pattern> patterns(CompiledScenario scenario, Node node) {
    if (node instanceof Node.Trigger) {
      return entrance(scenario, node)
          .pattern()
          .map(pattern -> List.of(new Pattern("enters", PatternText.of(pattern))))
          .orElse(List.of());
    }
    if (!(scenario.step(node.id()) instanceof Stage stage)) {
      return List.of();
    }
    return stage.branches().stream()
        .map(branch -> new Pattern(decision(stage, branch), PatternText.of(branch.pattern())))
        .toList();
  }

  static Entrance entrance(CompiledScenario scenario, Node node) {
    return scenario.entrances().stream()
        .filter(entrance -> entrance.nodeId().equals(node.id()))
        .findFirst()
        .orElseThrow();
  }

  private static String decision(Stage stage, Branch branch) {
    String owner = branch.nodeId().equals(stage.nodeId()) ? "" : branch.nodeId() + ": ";
    String timesOut = branch.polarity() == Branch.Polarity.TIMES_OUT ? " (timed out)" : "";
    return owner + (branch.decision().isEmpty() ? "elapsed" : branch.decision()) + timesOut;
  }

  private static List<Edge> edges(CompiledScenario scenario, Node node) {
    List<Edge> edges = new ArrayList<>();
    if (node instanceof Node.Condition condition) {
      edges.add(new Edge(node.id(), condition.yes(), yes(scenario, condition)));
      condition.no().ifPresent(no -> edges.add(new Edge(node.id(), no, no(condition))));
    } else if (node instanceof Node.Split split) {
      int total = split.shares().stream().mapToInt(Node.Split.Share::weight).sum();
      split
          .shares()
          .forEach(
              share ->
                  edges.add(new Edge(node.id(), share.next(), share.weight() + " of " + total)));
    } else if (node instanceof Node.WaitFor wait) {
      wait.branches()
          .forEach(
              branch -> edges.add(new Edge(node.id(), branch.next(), branch.matcher().toString())));
      wait.otherwise().ifPresent(to -> edges.add(new Edge(node.id(), to, otherwise(wait))));
    } else {
      node.successors().forEach(next -> edges.add(new Edge(node.id(), next, after(node))));
    }
    return edges;
  }

  private static String yes(CompiledScenario scenario, Node.Condition condition) {
    Optional<String> within =
        condition.within().map(window -> "yes, within " + DurationText.of(window));
    boolean waits = scenario.step(condition.id()) instanceof Stage;
    return within.orElse(waits ? "yes, whenever" : "yes");
  }

  private static String no(Node.Condition condition) {
    return condition.within().map(window -> "no, after " + DurationText.of(window)).orElse("no");
  }

  private static String otherwise(Node.WaitFor wait) {
    return wait.within().map(window -> "else, after " + DurationText.of(window)).orElse("else");
  }

  private static String after(Node node) {
    if (node instanceof Node.Delay delay) {
      return "after " + DurationText.of(delay.duration());
    }
    return node instanceof Node.Sleep sleep ? "after " + DurationText.of(sleep.duration()) : "";
  }
}
