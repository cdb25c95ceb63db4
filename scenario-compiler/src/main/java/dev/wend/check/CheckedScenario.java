package dev.wend.check;

import dev.wend.check.Placements.Placement;
import dev.wend.issue.Source;
import dev.wend.parse.ParsedNode;
import dev.wend.parse.ParsedScenario;
import dev.wend.parse.tree.SourceMap;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A scenario without errors; only the checker makes one. */
public final class CheckedScenario {
  private final ParsedScenario parsed;
  private final Scenario scenario;
  private final Map<String, Node> nodes = new HashMap<>();
  private final Set<String> behindDelay = new TreeSet<>();

  CheckedScenario(Inspection inspection, Scenario scenario) {
    this.parsed = inspection.parsed();
    this.scenario = scenario;
    scenario.nodes().forEach(node -> nodes.put(node.id(), node));
    for (ParsedNode node : inspection.graph().nodes()) {
      if (inspection.placements().of(node) == Placement.BEHIND_DELAY) {
        behindDelay.add(node.id().orElseThrow());
      }
    }
  }

  /** The scenario. */
  public Scenario scenario() {
    return scenario;
  }

  /** The document from which it was read. */
  public Source source() {
    return parsed.locations().source();
  }

  /** Where its values stand. */
  public SourceMap locations() {
    return parsed.locations();
  }

  /** The node with that id. */
  public Optional<Node> node(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** Whether the condition is decided when a delay before it ends (SEMANTICS.md section 4). */
  public boolean isDecidedByDelay(Node.Condition condition) {
    return behindDelay.contains(condition.id());
  }

  ParsedScenario parsed() {
    return parsed;
  }
}
