package dev.wend.job.cases;

import dev.wend.check.CheckResult;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.connectors.history.HistoryReader;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A replay by the timeline alone, without Flink: what a history file hands on goes to the timelines of its customers. */
final class CaseReplay implements HistorySink, JourneyOutput {
  private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
  private static final Duration DEDUP_HORIZON = Duration.ofHours(1);

  private final List<CustomerEvent> events = new ArrayList<>();
  private final List<OutputRecord> records = new ArrayList<>();
  private final SortedMap<String, Integer> counts = new TreeMap<>();
  private final List<Customer> customers = new ArrayList<>();
  private long end;

  /** A replay of all that lies in a case folder. */
  static CaseReplay of(CaseFolder folder) throws UnreadablePathException {
    List<CompiledScenario> scenarios =
        folder.documents().stream()
            .map(CheckResult::scenario)
            .map(scenario -> ScenarioCompiler.compile(scenario.orElseThrow()))
            .toList();
    CaseReplay replay = new CaseReplay();
    HistoryReader reader =
        new HistoryReader(new DecoderSettings(START, DecoderSettings.DEFAULT_FUTURE_TOLERANCE));
    for (EventFile file : reader.find(List.of(folder.file("events.jsonl")))) {
      reader.read(file, replay);
    }
    replay.run(scenarios, folder.asOf(), DEDUP_HORIZON);
    return replay;
  }

  /** Carries all customers, one after the other, to {@code asOf} or to the last event. */
  private void run(List<CompiledScenario> scenarios, OptionalLong asOf, Duration dedupHorizon) {
    end =
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
        (id, history) -> {
          Customer customer = new Customer(id);
          customers.add(customer);
          timeline.carry(customer, new PendingEvents(history), end, () -> false);
        });
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

  /** Where the clock ended, epoch milliseconds. */
  long end() {
    return end;
  }

  /** How many instances wait at each node of a scenario. */
  SortedMap<String, Long> waiting(String scenarioId) {
    return customers.stream()
        .flatMap(customer -> customer.instances().stream())
        .filter(instance -> instance.version().scenarioId().equals(scenarioId))
        .collect(
            Collectors.groupingBy(
                instance -> instance.waiting().nodeId(), TreeMap::new, Collectors.counting()));
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
