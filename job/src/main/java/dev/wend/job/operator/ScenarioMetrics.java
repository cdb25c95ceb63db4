package dev.wend.job.operator;

import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
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

  /** Counts a record of the trace about {@code nodeId}. */
  void count(TraceRecord trace, String nodeId) {
    active.inc(ActiveInstances.change(trace.kind()));
    Counter counter = kinds.get(trace.kind());
    if (counter != null) {
      counter.inc();
    } else if (trace.detail() instanceof TraceRecord.Decision decided) {
      node(nodeId).decided(decided.decision());
    } else if (trace.detail() instanceof TraceRecord.Reason because) {
      if (trace.kind() == TraceKind.EXITED) {
        exited.count(because.reason());
      } else {
        node(nodeId).suppressed(because.reason());
      }
    }
  }

  /** Counts an action. */
  void acted(String nodeId, String type) {
    node(nodeId).acted(type);
  }

  /** An instance is gone with its customer. */
  void erased() {
    active.dec();
  }

  private NodeMetrics node(String id) {
    NodeMetrics known = nodes.get(id);
    if (known == null) {
      known = new NodeMetrics(group.addGroup("node", id));
      nodes.put(id, known);
    }
    return known;
  }
}
