package dev.wend.job.operator;

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

  void decided(String decision) {
    decisions.count(decision);
  }

  void acted(String type) {
    actions.count(type);
  }

  void suppressed(String reason) {
    suppressed.count(reason);
  }
}
