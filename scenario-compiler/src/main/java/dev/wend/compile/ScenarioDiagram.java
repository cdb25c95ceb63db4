package dev.wend.compile;

import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The graph of a scenario as a Mermaid flowchart. */
public final class ScenarioDiagram {
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();

  private ScenarioDiagram(Scenario scenario) {
    scenario.nodes().forEach(node -> names.put(node.id(), "n" + names.size()));
  }

  /** Ends with a line break. */
  public static String mermaid(Scenario scenario) {
    ScenarioDiagram diagram = new ScenarioDiagram(scenario);
    diagram.lines.add("flowchart TD");
    scenario.nodes().forEach(diagram::node);
    scenario.nodes().forEach(diagram::edges);
    return diagram.lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private void node(Node node) {
    String label = "\"" + escaped(node.id()) + "<br/>" + escaped(detail(node)) + "\"";
    lines.add("  " + names.get(node.id()) + shape(node, label));
  }

  private static String shape(Node node, String label) {
    if (node instanceof Node.Trigger) {
      return "([" + label + "])";
    } else if (node instanceof Node.Condition
        || node instanceof Node.Split
        || node instanceof Node.WaitFor) {
      return "{" + label + "}";
    } else if (node instanceof Node.End) {
      return "((" + label + "))";
    }
    return node instanceof Node.Action ? "[" + label + "]" : "[/" + label + "/]";
  }

  private static String detail(Node node) {
    if (node instanceof Node.Delay delay) {
      return "delay " + DurationText.of(delay.duration());
    } else if (node instanceof Node.Sleep sleep) {
      return "sleep " + DurationText.of(sleep.duration());
    } else if (node instanceof Node.Condition condition) {
      return condition.matcher()
          + condition.within().map(window -> " within " + DurationText.of(window)).orElse("");
    }
    return node.type();
  }

  private void edges(Node node) {
    if (node instanceof Node.Condition condition) {
      edge(node, "-- yes -->", condition.yes());
      condition.no().ifPresent(no -> edge(node, "-- no -->", no));
    } else {
      node.successors().forEach(next -> edge(node, "-->", next));
    }
  }

  private void edge(Node from, String arrow, String to) {
    lines.add("  " + names.get(from.id()) + " " + arrow + " " + names.get(to));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
