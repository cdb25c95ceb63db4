package dev.wend.job.report.analysis;

import dev.wend.compile.NodeText;
import dev.wend.job.report.model.NodeReport;
import dev.wend.scenario.Node;

/** What is counted of one node. */
final class NodeCount {
  final Tallies suppressed = new Tallies();
  final Tallies ended = new Tallies();
  final Tallies refused = new Tallies();
  final Distribution stay = new Distribution();
  long arrived;
  long customers;
  long left;
  long waiting;
  long actions;

  NodeReport report(Node node) {
    return new NodeReport(
        node.id(),
        node.type(),
        NodeText.of(node),
        arrived,
        customers,
        left,
        waiting,
        stay.spread(),
        actions,
        suppressed.list(),
        ended.list(),
        refused.list());
  }
}
