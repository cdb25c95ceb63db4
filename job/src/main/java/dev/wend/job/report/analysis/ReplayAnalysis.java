package dev.wend.job.report.analysis;

import dev.wend.check.CheckedScenario;
import dev.wend.event.TraceKind;
import dev.wend.event.Utf8Order;
import dev.wend.job.report.Summary;
import dev.wend.job.report.model.CustomerTimeline;
import dev.wend.job.report.model.CustomerTimeline.JourneyTimeline;
import dev.wend.job.report.model.CustomerTimeline.Line;
import dev.wend.job.report.model.Report;
import dev.wend.job.report.model.Tally;
import dev.wend.job.trace.CustomerTrace;
import dev.wend.job.trace.Journey;
import dev.wend.job.trace.ReplayFiles;
import dev.wend.job.trace.TraceLine;
import dev.wend.job.trace.UnreadableTraceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a report of the files of a replay: one pass for the counts, one for the timelines of the sample. */
public final class ReplayAnalysis {
  private static final int MOST_LINES = 200;
  private static final long PART_BYTES = 128L << 20;

  private final SortedMap<String, ScenarioCount> scenarios = new TreeMap<>(Utf8Order.INSTANCE);
  private final ReplayFiles files;
  private final Summary summary;
  private final int sampleSize;
  private final long partBytes;

  private ReplayAnalysis(
      List<CheckedScenario> checked,
      ReplayFiles files,
      Summary summary,
      int sampleSize,
      long partBytes) {
    this.partBytes = partBytes;
    this.files = files;
    this.summary = summary;
    this.sampleSize = sampleSize;
    checked.forEach(
        scenario ->
            scenarios.put(
                scenario.scenario().id(),
                new ScenarioCount(new NumberedGraph(scenario), sampleSize)));
  }

  /**
   * Reads what a replay of these scenarios wrote.
   *
   * @param summary of the same replay
   * @param sampleSize of how many customers at most timelines are shown, evenly over the scenarios
   * @throws UnreadableTraceException when a file is not there or is no output of a replay
   */
  public static Report of(
      List<CheckedScenario> scenarios, ReplayFiles files, Summary summary, int sampleSize)
      throws UnreadableTraceException {
    return of(scenarios, files, summary, sampleSize, PART_BYTES);
  }

  /** The same, with so many bytes of the trace at a time. */
  static Report of(
      List<CheckedScenario> scenarios,
      ReplayFiles files,
      Summary summary,
      int sampleSize,
      long partBytes)
      throws UnreadableTraceException {
    return new ReplayAnalysis(scenarios, files, summary, sampleSize, partBytes).report();
  }

  private Report report() throws UnreadableTraceException {
    Messages messages = new Messages();
    TracePass pass = TracePass.over(files, scenarios, messages, summary.end(), partBytes);
    Tallies deadLetters = new Tallies();
    files.deadLetters(letter -> deadLetters.add(letter.path("reason").asText()));
    Spans spans = Spans.of(pass.from(), pass.until());
    return new Report(
        pass.from(),
        pass.until(),
        pass.customers(),
        scenarios.values().stream().map(scenario -> scenario.report(spans)).toList(),
        messages.list(),
        summary.inputs().entrySet().stream()
            .map(count -> new Tally(count.getKey(), count.getValue()))
            .toList(),
        deadLetters.list(),
        sample());
  }

  private List<CustomerTimeline> sample() throws UnreadableTraceException {
    Set<String> chosen =
        Sample.evenly(
            scenarios.values().stream().map(scenario -> scenario.sample).toList(), sampleSize);
    List<CustomerTimeline> timelines = new ArrayList<>();
    CustomerTrace.read(files, chosen, MOST_LINES)
        .forEach((customer, shown) -> timelines.add(timeline(customer, shown)));
    return timelines;
  }

  private CustomerTimeline timeline(String customer, CustomerTrace.Shown shown) {
    return new CustomerTimeline(
        customer,
        shown.lines().stream().filter(this::isMessage).count(),
        Journey.of(shown.lines()).stream().map(ReplayAnalysis::journey).toList(),
        shown.omitted());
  }

  private boolean isMessage(TraceLine line) {
    if (line.kind() != TraceKind.ACTION) {
      return false;
    }
    NumberedGraph graph = scenarios.get(line.scenario()).graph;
    return Messages.isSentBy(graph.node(graph.number(line.node())));
  }

  private static JourneyTimeline journey(Journey journey) {
    TraceLine first = journey.lines().get(0);
    return new JourneyTimeline(
        journey.scenario(),
        first.instanceId(),
        journey.isOnItsWay(),
        journey.lines().stream().map(ReplayAnalysis::line).toList());
  }

  private static Line line(TraceLine line) {
    return new Line(line.timestamp(), line.kind().id(), line.node(), line.words(), line.cause());
  }
}
