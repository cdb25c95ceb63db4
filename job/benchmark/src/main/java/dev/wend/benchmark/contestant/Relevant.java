package dev.wend.benchmark.contestant;

import dev.wend.benchmark.workload.Scenarios;
import dev.wend.benchmark.workload.Workload;
import dev.wend.compile.Relevance;
import dev.wend.event.CustomerEvent;
import dev.wend.job.deployment.Beginning;
import dev.wend.job.operator.ScenarioSource;
import java.util.List;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;

/** Wend's own relevance filter. */
final class Relevant extends RichFilterFunction<CustomerEvent>
    implements FilterFunction<CustomerEvent> {
  private static final long serialVersionUID = 1;

  private final ScenarioSource scenarios;
  private transient Relevance relevance;

  Relevant(Workload workload) {
    this.scenarios = Beginning.of(Scenarios.documents(workload), List.of());
  }

  @Override
  public void open(OpenContext context) {
    relevance = Relevance.of(scenarios.documents().stream().map(scenarios::compile).toList());
  }

  @Override
  public boolean filter(CustomerEvent event) {
    return relevance.concerns(event);
  }
}
