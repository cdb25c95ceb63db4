package dev.wend.job.operator;

import dev.wend.event.TraceKind;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;

/** Counts records about instances that are alike. */
final class RecordCounter extends SimpleCounter {
  private final String scenarioId;
  private final String nodeId;
  private final TraceKind kind;
  private final String label;
  private final Counter active;
  private final int hash;
  private final int change;

  /**
   * Counts nothing yet.
   *
   * @param nodeId empty where nodes are not told apart
   * @param label the type of an action, the decision or the reason; empty where these are not told apart
   * @param active the number of the scenario's instances in flight, which such a record may change
   */
  RecordCounter(String scenarioId, String nodeId, TraceKind kind, String label, Counter active) {
    this.scenarioId = scenarioId;
    this.nodeId = nodeId;
    this.kind = kind;
    this.label = label;
    this.active = active;
    this.hash = hash(scenarioId, nodeId, kind, label);
    this.change = ActiveInstances.change(kind);
  }

  /** Whether it counts such records. */
  boolean counts(
      String otherScenarioId, String otherNodeId, TraceKind otherKind, String otherLabel) {
    return kind == otherKind
        && scenarioId.equals(otherScenarioId)
        && nodeId.equals(otherNodeId)
        && label.equals(otherLabel);
  }

  /** One more. */
  void count() {
    inc();
    if (change != 0) {
      active.inc(change);
    }
  }

  /** By what it is found. */
  int hash() {
    return hash;
  }

  static int hash(String scenarioId, String nodeId, TraceKind kind, String label) {
    int ids = 31 * scenarioId.hashCode() + nodeId.hashCode();
    return Slots.spread(31 * (31 * ids + label.hashCode()) + kind.id().hashCode());
  }
}
