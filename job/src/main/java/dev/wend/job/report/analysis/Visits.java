package dev.wend.job.report.analysis;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** One customer in one scenario: the journeys on their way, and what was counted of this customer already. */
final class Visits implements Passages {
  final Map<String, Way> journeys = new HashMap<>();
  final ScenarioCount scenario;
  long messages;
  private final BitSet nodes = new BitSet();
  private final BitSet edges = new BitSet();

  Visits(ScenarioCount scenario) {
    this.scenario = scenario;
  }

  /** Whether the customer entered at all. */
  boolean hasEntered() {
    return !nodes.isEmpty();
  }

  @Override
  public void arrived(int node) {
    NodeCount count = scenario.nodes.get(node);
    count.arrived++;
    if (!nodes.get(node)) {
      nodes.set(node);
      count.customers++;
    }
  }

  @Override
  public void went(int edge, OptionalLong stay) {
    EdgeCount count = scenario.edges.get(edge);
    NodeCount from = scenario.nodes.get(scenario.graph.edges().get(edge).from());
    count.journeys++;
    from.left++;
    if (!edges.get(edge)) {
      edges.set(edge);
      count.customers++;
    }
    stay.ifPresent(
        millis -> {
          count.stay.add(millis);
          from.stay.add(millis);
        });
  }

  @Override
  public void ended(int node, String ending, long entered, long time) {
    scenario.ended(node, ending, entered, time);
  }

  @Override
  public void waits(int node) {
    scenario.nodes.get(node).waiting++;
  }
}
