package dev.wend.job.operator;

import dev.wend.event.TraceKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What is counted of one scenario, over all its versions. */
final class ScenarioMetrics {
  /** Of which there is one number for the whole scenario, told from the start. */
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

  private final String scenarioId;
  private final MetricGroup group;
  private final Counter active;

  /**
   * The metrics of a scenario.
   *
   * @param active the share of the subtask in its instances in flight
   */
  ScenarioMetrics(String scenarioId, MetricGroup group, Counter active) {
    this.scenarioId = scenarioId;
    this.group = group;
    this.active = active;
    group.gauge("numActive", (Gauge<Long>) active::getCount);
  }

  /** Tells {@code taker} the counters that do not depend on nodes or labels. */
  void each(Consumer<RecordCounter> taker) {
    NAMES.forEach(
        (kind, name) ->
            taker.accept(group.counter(name, new RecordCounter(scenarioId, "", kind, "", active))));
  }

  /** A new counter of records of an instance's end, or of a node, which is not there yet. */
  RecordCounter counter(String nodeId, TraceKind kind, String label) {
    RecordCounter counter = new RecordCounter(scenarioId, nodeId, kind, label, active);
    return switch (kind) {
      case EXITED -> group.addGroup("reason", label).counter("numExited", counter);
      case DECIDED -> node(nodeId, "decision", label).counter("numDecisions", counter);
      case SUPPRESSED -> node(nodeId, "reason", label).counter("numSuppressed", counter);
      case ACTION -> node(nodeId, "type", label).counter("numActions", counter);
      default -> throw new IllegalArgumentException(kind + " has no label");
    };
  }

  private MetricGroup node(String nodeId, String key, String value) {
    return group.addGroup("node", nodeId).addGroup(key, value);
  }

  /** An instance is gone with its customer. */
  void erased() {
    active.dec();
  }
}
