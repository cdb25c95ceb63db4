package dev.wend.job.operator;

import dev.wend.event.ActionRecord;
import dev.wend.event.TraceRecord;
import dev.wend.job.journey.Count;
import dev.wend.job.journey.JourneyOutput;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Emits what timelines write, with the time of the decision as the record's time. */
public final class OperatorOutput implements JourneyOutput {
  /** What the names of the counters of erased instances begin with; the scenario's id follows. */
  public static final String ERASED = "erased/";

  private final Output<StreamRecord<ActionRecord>> output;
  private final RuntimeContext context;
  private final Map<Count, LongCounter> counters = new EnumMap<>(Count.class);

  OperatorOutput(Output<StreamRecord<ActionRecord>> output, RuntimeContext context) {
    this.output = output;
    this.context = context;
    for (Count what : Count.values()) {
      LongCounter counter = new LongCounter();
      context.addAccumulator(what.id(), counter);
      counters.put(what, counter);
    }
  }

  @Override
  public void action(ActionRecord action) {
    output.collect(new StreamRecord<>(action, action.timestamp()));
  }

  @Override
  public void trace(TraceRecord trace) {
    output.collect(ScenarioOperator.TRACE, new StreamRecord<>(trace, trace.timestamp()));
  }

  @Override
  public void erased(String scenarioId) {
    context.getLongCounter(ERASED + scenarioId).add(1);
  }

  @Override
  public void count(Count what) {
    counters.get(what).add(1);
  }
}
