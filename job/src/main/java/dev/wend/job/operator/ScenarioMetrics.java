package dev.wend.job.operator;

import dev.wend.event.TraceKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What is counted of one scenario, over all its versions. */
final class ScenarioMetrics {
  private static final Map<TraceKind, String> NAMES =
      new EnumMap<>(
          Map.of(
              TraceKind.ENTERED, "numEntered",
              TraceKind.ENTRY_IGNORED, "numEntriesIgnored",
              TraceKind.ENTRY_LIMITED, "numEntriesLimited",
              TraceKind.RESTARTED, "numRestarted",
              TraceKind.EXPIRED, "numExpired",
              TraceKind.CONDITION_NOT_MET, "numConditionsNotMet",
              TraceKind.FINISHED, "numFinished"));

  /**
   * What a record counts.
   *
   * @param change by how much it changes the number of instances in flight
   */
  record Tally(Counter counter, Counter active, int change) {
    void count() {
      counter.inc();
      if (change != 0) {
        active.inc(change);
      }
    }
  }

  private final MetricGroup group;
  private final Counter active;
  private final Map<TraceKind, Counter> kinds = new EnumMap<>(TraceKind.class);
  private final LabelledCounters exited;
  private final Map<String, NodeMetrics> nodes = new HashMap<>();

  /**
   * The metrics of a scenario.
   *
   * @param active the share of the subtask in its instances in flight
   */
  ScenarioMetrics(MetricGroup group, Counter active) {
    this.group = group;
    this.active = active;
    NAMES.forEach((kind, name) -> kinds.put(kind, group.counter(name)));
    exited = new LabelledCounters(group, "reason", "numExited");
    group.gauge("numActive", (Gauge<Long>) active::getCount);
  }

  /** What the records of the scenario that are alike count. */
  Tally tally(Counted by) {
    return new Tally(counter(by), active, ActiveInstances.change(by.kind()));
  }

  private Counter counter(Counted by) {
    return switch (by.kind()) {
      case EXITED -> exited.of(by.label());
      case DECIDED -> node(by.nodeId()).decided(by.label());
      case SUPPRESSED -> node(by.nodeId()).suppressed(by.label());
      case ACTION -> node(by.nodeId()).acted(by.label());
      default -> kinds.get(by.kind());
    };
  }

  /** An instance is gone with its customer. */
  void erased() {
    active.dec();
  }

  private NodeMetrics node(String id) {
    return nodes.computeIfAbsent(id, made -> new NodeMetrics(group.addGroup("node", made)));
  }
}
