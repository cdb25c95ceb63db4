package dev.wend.job.live;

import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.testutils.InMemoryReporter;

/** What a job told of itself by metrics. */
record Measured(InMemoryReporter reporter, JobID job) {

  /** What intake and scenarios counted, in all their subtasks. */
  long counted(String name) {
    return Stream.of("intake", "scenarios")
        .flatMap(operator -> reporter.findOperatorMetricGroups(job, operator).stream())
        .map(group -> reporter.getMetricsByGroup(group).get(name))
        .mapToLong(counter -> counter == null ? 0 : ((Counter) counter).getCount())
        .sum();
  }

  /** Of how many records it is known what became of them. */
  long accounted() {
    return Stream.of(
            "numApplied",
            "numIrrelevant",
            "numEchoes",
            "numLateEvents",
            "numDuplicates",
            "numDeadLetters")
        .mapToLong(this::counted)
        .sum();
  }

  long restarts() {
    Metric restarts = reporter.findJobMetricGroups(job, "numRestarts").get(0).f2;
    return ((Number) ((Gauge<?>) restarts).getValue()).longValue();
  }
}
