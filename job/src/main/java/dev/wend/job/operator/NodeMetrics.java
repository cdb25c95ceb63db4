package dev.wend.job.operator;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What is counted of one node of a scenario. */
final class NodeMetrics {
  private final LabelledCounters decisions;
  private final LabelledCounters actions;
  private final LabelledCounters suppressed;

  NodeMetrics(MetricGroup group) {
    decisions = new LabelledCounters(group, "decision", "numDecisions");
    actions = new LabelledCounters(group, "type", "numActions");
    suppressed = new LabelledCounters(group, "reason", "numSuppressed");
  }

  Counter decided(String decision) {
    return decisions.of(decision);
  }

  Counter acted(String type) {
    return actions.of(type);
  }

  Counter suppressed(String reason) {
    return suppressed.of(reason);
  }
}
