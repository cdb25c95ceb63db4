package dev.wend.job.operator;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counters of one name that differ in one label. */
final class LabelledCounters {
  private final MetricGroup group;
  private final String label;
  private final String name;
  private final Map<String, Counter> counters = new HashMap<>();

  LabelledCounters(MetricGroup group, String label, String name) {
    this.group = group;
    this.label = label;
    this.name = name;
  }

  /** The counter with that value of the label. */
  Counter of(String value) {
    return counters.computeIfAbsent(value, made -> group.addGroup(label, made).counter(name));
  }
}
