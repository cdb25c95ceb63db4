package dev.wend.job.cases;

import dev.wend.compile.CompiledScenario;
import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.history.HistorySink;
import dev.wend.connectors.mapping.GroupedLine;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.OutputRecord;
import dev.wend.event.TraceRecord;
import dev.wend.event.Utf8Order;
import dev.wend.job.journey.Count;
import dev.wend.job.journey.Customer;
import dev.wend.job.journey.JourneyOutput;
import dev.wend.job.journey.PendingEvents;
import dev.wend.job.journey.RunningScenarios;
import dev.wend.job.journey.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A replay by the timeline alone, without Flink: what a history file hands on goes to the timelines of its customers. */
final class CaseReplay implements HistorySink, JourneyOutput {
  private final List<CustomerEvent> events = new ArrayList<>();
  private final List<OutputRecord> records = new ArrayList<>();
  private final SortedMap<String, Integer> counts = new TreeMap<>();

  /** Carries all customers, one after the other, to {@code asOf} or to the last event. */
  void run(List<CompiledScenario> scenarios, OptionalLong asOf, Duration dedupHorizon) {
    long end =
        asOf.orElse(
            events.stream().mapToLong(CustomerEvent::timestamp).max().orElse(Long.MIN_VALUE));
    TreeMap<String, List<CustomerEvent>> histories = new TreeMap<>(Utf8Order.INSTANCE);
    for (CustomerEvent event : events) {
      if (event.timestamp() <= end) {
        histories.computeIfAbsent(event.customerId(), id -> new ArrayList<>()).add(event);
      }
    }
    Timeline timeline = new Timeline(new RunningScenarios(scenarios), this, dedupHorizon);
    histories.forEach(
        (id, history) ->
            timeline.carry(new Customer(id), new PendingEvents(history), end, () -> false));
    records.sort(
        Comparator.comparingLong(OutputRecord::timestamp)
            .thenComparing(OutputRecord::customerId, Utf8Order.INSTANCE)
            .thenComparingLong(OutputRecord::position));
  }

  /** The records of one sort as the lines of their file. */
  String lines(Class<? extends OutputRecord> sort) {
    return records.stream()
        .filter(sort::isInstance)
        .map(record -> record.toJson() + "\n")
        .collect(Collectors.joining());
  }

  int counted(Count what) {
    return counts.getOrDefault(what.id(), 0);
  }

  @Override
  public void event(CustomerEvent event) {
    events.add(event);
  }

  @Override
  public void line(GroupedLine line) {
    throw new IllegalStateException("native files have no lines of events: " + line);
  }

  @Override
  public void deadLetter(DeadLetter deadLetter) {
    // They are compared where the whole replay is.
  }

  @Override
  public void progress(long bytesRead) {
    // Nothing is shown.
  }

  @Override
  public void action(ActionRecord action) {
    records.add(action);
  }

  @Override
  public void trace(TraceRecord trace) {
    records.add(trace);
  }

  @Override
  public void erased(String scenarioId) {
    // The erasure itself is in the trace.
  }

  @Override
  public void count(Count what) {
    counts.merge(what.id(), 1, Integer::sum);
  }
}
