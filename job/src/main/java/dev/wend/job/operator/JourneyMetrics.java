package dev.wend.job.operator;

import dev.wend.event.ActionRecord;
import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
import dev.wend.event.TraceRecord.Subject;
import dev.wend.job.journey.Count;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What a subtask measures of its customers' journeys; {@code job/METRICS.md} names all of it. Like Flink's own, the numbers are
 * written by the task's thread alone.
 */
final class JourneyMetrics {
  private static final int FIRE_DELAYS = 1_000;
  private static final long LONGEST_FIRE_DELAY = Duration.ofDays(1).toMillis();

  private final MetricGroup group;
  private final ActiveInstances active;
  private final Supplier<OptionalLong> now;
  private final Map<Count, Counter> counts = new EnumMap<>(Count.class);
  private final Map<String, ScenarioMetrics> scenarios = new HashMap<>();

  private final RecordCounters records = new RecordCounters();
  private final RecordBatch uncounted = new RecordBatch(this::count);
  private final Counter late;
  private final Counter erased;
  private final Histogram fireDelay;
  private long running;
  private long retained;
  private long untold;

  /**
   * The metrics of a subtask.
   *
   * @param now the wall clock, epoch milliseconds; empty where time in the job has nothing to do with it
   */
  JourneyMetrics(MetricGroup group, ActiveInstances active, Supplier<OptionalLong> now) {
    this.group = group;
    this.active = active;
    this.now = now;
    for (Count what : Count.values()) {
      counts.put(what, group.counter(name(what)));
    }
    late = group.counter("numLateEvents");
    erased = group.counter("numErased");
    fireDelay = group.histogram("fireDelay", new DescriptiveStatisticsHistogram(FIRE_DELAYS));
    group.gauge("numRunningScenarios", (Gauge<Long>) () -> running);
    group.gauge("numRetainedVersions", (Gauge<Long>) () -> retained);
    group.gauge("numUntoldChanges", (Gauge<Long>) () -> untold);
    active.scenarios().forEach(this::scenario);
  }

  private static String name(Count what) {
    return "num" + what.id().substring(0, 1).toUpperCase(Locale.ROOT) + what.id().substring(1);
  }

  /** Notes which scenarios run, so that those that nobody has entered are measured too. */
  void running(DeployedScenarios deployed) {
    Versions latest = deployed.latest();
    latest.running().forEach(scenario -> scenario(scenario.id()));
    running = latest.running().size();
    retained = latest.retained().size();
    untold = deployed.since(0).size();
  }

  void action(ActionRecord action) {
    uncounted.add(action.scenarioId(), action.nodeId(), TraceKind.ACTION, action.type());
  }

  /** Counts a record of the trace; that of an action is counted as the action. */
  void trace(TraceRecord trace) {
    if (trace.subject().isPresent() && trace.kind() != TraceKind.ACTION) {
      count(trace, trace.subject().get());
    }
    if (trace.kind() == TraceKind.ERASED) {
      erased.inc();
    }
    if (trace.messageId().isEmpty()) {
      now.get().ifPresent(moment -> fired(moment - trace.timestamp()));
    }
  }

  /** Counts the records of which it was told: they are not before, but where there are many. */
  void settle() {
    uncounted.countAll();
  }

  /** An instance of the scenario is gone with its customer. */
  void erased(String scenarioId) {
    scenario(scenarioId).erased();
  }

  void count(Count what) {
    count(what, 1);
  }

  void count(Count what, int times) {
    counts.get(what).inc(times);
  }

  void late() {
    late.inc();
  }

  private void count(TraceRecord trace, Subject subject) {
    switch (trace.kind()) {
      case DECIDED, SUPPRESSED ->
          uncounted.add(subject.scenarioId(), subject.nodeId(), trace.kind(), label(trace));
      case EXITED -> uncounted.add(subject.scenarioId(), "", trace.kind(), label(trace));
      default -> uncounted.add(subject.scenarioId(), "", trace.kind(), "");
    }
  }

  private static String label(TraceRecord trace) {
    if (trace.detail() instanceof TraceRecord.Decision decided) {
      return decided.decision();
    } else if (trace.detail() instanceof TraceRecord.Reason because) {
      return because.reason();
    }
    return "";
  }

  private void count(String scenarioId, String nodeId, TraceKind kind, String label) {
    RecordCounter counter = records.find(scenarioId, nodeId, kind, label);
    if (counter == null) {
      counter = counter(scenarioId, nodeId, kind, label);
    }
    counter.count();
  }

  /** A scenario that nobody has told of yet has counters of its own; others are added as there is something to count. */
  private RecordCounter counter(String scenarioId, String nodeId, TraceKind kind, String label) {
    ScenarioMetrics scenario = scenario(scenarioId);
    RecordCounter known = records.find(scenarioId, nodeId, kind, label);
    if (known != null) {
      return known;
    }
    RecordCounter made = scenario.counter(nodeId, kind, label);
    records.add(made);
    return made;
  }

  /** Of a deadline far in the past the delay says nothing about the job. */
  private void fired(long delay) {
    if (delay >= 0 && delay <= LONGEST_FIRE_DELAY) {
      fireDelay.update(delay);
    }
  }

  private ScenarioMetrics scenario(String id) {
    ScenarioMetrics known = scenarios.get(id);
    if (known == null) {
      known = new ScenarioMetrics(id, group.addGroup("scenario", id), active.of(id));
      scenarios.put(id, known);
      known.each(records::add);
    }
    return known;
  }
}
