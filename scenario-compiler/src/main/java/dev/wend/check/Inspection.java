package dev.wend.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import dev.wend.parse.ParsedNode;
import dev.wend.parse.ParsedScenario;
import dev.wend.scenario.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A document under inspection: what rules look at, and where they report. */
final class Inspection {
  private final ParsedScenario parsed;
  private final Graph graph;
  private final Placements placements;
  private final List<Issue> issues = new ArrayList<>();

  Inspection(ParsedScenario parsed) {
    this.parsed = parsed;
    this.graph = new Graph(parsed.nodes());
    this.placements = new Placements(graph);
  }

  ParsedScenario parsed() {
    return parsed;
  }

  Graph graph() {
    return graph;
  }

  Placements placements() {
    return placements;
  }

  List<Issue> issues() {
    return List.copyOf(issues);
  }

  /** Runs over all nodes of one sort that could be read. */
  <N extends Node> void forEach(Class<N> sort, BiConsumer<ParsedNode, N> action) {
    for (ParsedNode parsedNode : parsed.nodes()) {
      parsedNode
          .node()
          .filter(sort::isInstance)
          .ifPresent(node -> action.accept(parsedNode, sort.cast(node)));
    }
  }

  void error(IssueCode code, JsonPointer pointer, String message) {
    issues.add(parsed.locations().error(code, pointer, message));
  }

  void warning(IssueCode code, JsonPointer pointer, String message) {
    issues.add(parsed.locations().warning(code, pointer, message));
  }
}
