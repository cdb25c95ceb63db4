package dev.wend.job.replay;

import dev.wend.compile.Relevance;
import dev.wend.event.CustomerEvent;
import dev.wend.job.journey.Count;
import dev.wend.job.operator.ScenarioSource;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;

/** Lets pass what lies before the end of the clock and concerns some scenario, before it is sent to its customer. */
final class SelectEvents extends RichFilterFunction<CustomerEvent> {
  private static final long serialVersionUID = 1;

  private final ScenarioSource scenarios;
  private final long end;
  private final LongCounter afterEnd = new LongCounter();
  private final LongCounter irrelevant = new LongCounter();
  private transient Relevance relevance;

  /**
   * A filter for the given scenarios.
   *
   * @param end epoch milliseconds, inclusive
   */
  SelectEvents(ScenarioSource scenarios, long end) {
    this.scenarios = scenarios;
    this.end = end;
  }

  @Override
  public void open(OpenContext context) {
    relevance = Relevance.of(scenarios.load());
    getRuntimeContext().addAccumulator(InputCount.AFTER_END.id(), afterEnd);
    getRuntimeContext().addAccumulator(Count.IRRELEVANT.id(), irrelevant);
  }

  @Override
  public boolean filter(CustomerEvent event) {
    if (event.timestamp() > end) {
      afterEnd.add(1);
      return false;
    }
    if (!relevance.concerns(event)) {
      irrelevant.add(1);
      return false;
    }
    return true;
  }
}
