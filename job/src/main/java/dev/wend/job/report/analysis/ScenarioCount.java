package dev.wend.job.report.analysis;

import dev.wend.event.TraceKind;
import dev.wend.event.Utf8Order;
import dev.wend.job.report.model.EdgeReport;
import dev.wend.job.report.model.EndingReport;
import dev.wend.job.report.model.NodeReport;
import dev.wend.job.report.model.OverTime;
import dev.wend.job.report.model.ScenarioReport;
import dev.wend.job.report.model.ScenarioReport.Totals;
import dev.wend.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that is counted of one scenario. */
final class ScenarioCount {
  final NumberedGraph graph;
  final Sample sample;
  final List<NodeCount> nodes = new ArrayList<>();
  final List<EdgeCount> edges = new ArrayList<>();
  final Messages messages = new Messages();
  final TimeCounts entries = new TimeCounts();
  final TimeCounts actions = new TimeCounts();
  private final SortedMap<String, Distribution> endings = new TreeMap<>(Utf8Order.INSTANCE);
  private final TimeCounts ends = new TimeCounts();
  long entered;
  long customers;

  ScenarioCount(NumberedGraph graph, int sampleSize) {
    this.graph = graph;
    sample = new Sample(sampleSize);
    graph.nodes().forEach(node -> nodes.add(new NodeCount()));
    graph.edges().forEach(edge -> edges.add(new EdgeCount()));
  }

  void ended(int node, String ending, long entered, long time) {
    nodes.get(node).ended.add(ending);
    endings.computeIfAbsent(ending, name -> new Distribution()).add(time - entered);
    ends.add(ending, time);
  }

  ScenarioReport report(Spans spans) {
    Scenario scenario = graph.scenario();
    List<NodeReport> nodeReports = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      nodeReports.add(nodes.get(node).report(graph.node(node)));
    }
    List<EdgeReport> edgeReports = new ArrayList<>();
    for (int edge = 0; edge < edges.size(); edge++) {
      edgeReports.add(edges.get(edge).report(graph, graph.edges().get(edge)));
    }
    return new ScenarioReport(
        scenario.id(),
        scenario.version(),
        scenario.name(),
        scenario.description(),
        totals(),
        nodeReports,
        edgeReports,
        endings(),
        overTime(spans),
        messages.list());
  }

  private List<EndingReport> endings() {
    return endings.entrySet().stream()
        .map(
            ending ->
                new EndingReport(
                    ending.getKey(),
                    ending.getValue().spread().count(),
                    ending.getValue().spread(),
                    ending.getValue().bins()))
        .toList();
  }

  private OverTime overTime(Spans spans) {
    return new OverTime(
        spans.name(),
        spans.starts(),
        entries.series(spans),
        actions.series(spans),
        ends.series(spans));
  }

  private Totals totals() {
    long sent = 0;
    for (int node = 0; node < nodes.size(); node++) {
      sent += Messages.isSentBy(graph.node(node)) ? nodes.get(node).actions : 0;
    }
    Distribution none = new Distribution();
    return new Totals(
        entered,
        customers,
        nodes.stream().mapToLong(node -> node.refused.total()).sum(),
        nodes.stream().mapToLong(node -> node.waiting).sum(),
        endings.getOrDefault(TraceKind.FINISHED.id(), none).spread().count(),
        sent,
        nodes.stream().mapToLong(node -> node.suppressed.total()).sum(),
        nodes.stream().mapToLong(node -> node.actions).sum());
  }
}
