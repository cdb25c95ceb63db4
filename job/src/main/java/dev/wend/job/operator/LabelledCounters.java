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

  /** Counts once more, for that value of the label. */
  void count(String value) {
    Counter counter = counters.get(value);
    if (counter == null) {
      counter = group.addGroup(label, value).counter(name);
      counters.put(value, counter);
    }
    counter.inc();
  }
}
