package dev.wend.job.report.analysis;

import dev.wend.job.report.model.EdgeReport;

/** What is counted of one edge. */
final class EdgeCount {
  final Distribution stay = new Distribution();
  long journeys;
  long customers;

  EdgeReport report(NumberedGraph graph, NumberedGraph.Edge edge) {
    return new EdgeReport(
        graph.node(edge.from()).id(),
        graph.node(edge.to()).id(),
        edge.decision(),
        edge.label(),
        journeys,
        customers,
        stay.spread());
  }
}
