package dev.wend.job.operator;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.ActionRecord;
import dev.wend.event.TraceRecord;
import dev.wend.job.journey.Count;
import dev.wend.job.journey.JourneyOutput;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Emits what timelines write, with the time of the decision as the record's time. What is written while a customer is carried
 * is held until that has succeeded, so that a failure leaves nothing half done.
 */
public final class OperatorOutput implements JourneyOutput {
  /** What the names of the counters of erased instances begin with; the scenario's id follows. */
  public static final String ERASED = "erased/";

  private final Output<StreamRecord<ActionRecord>> output;
  private final RuntimeContext context;
  private final JourneyMetrics metrics;
  private final List<ActionRecord> actions = new ArrayList<>();
  private final List<TraceRecord> traces = new ArrayList<>();
  private final Map<Count, Tally> counts = new EnumMap<>(Count.class);
  private final List<Tally> tallies;

  private boolean counted;
  private final List<String> erased = new ArrayList<>();

  /** What was counted, and how much of it is held. */
  private static final class Tally {
    private final Count what;
    private final LongCounter total;
    private int held;

    Tally(Count what, LongCounter total) {
      this.what = what;
      this.total = total;
    }
  }

  OperatorOutput(
      Output<StreamRecord<ActionRecord>> output, RuntimeContext context, JourneyMetrics metrics) {
    this.output = output;
    this.context = context;
    this.metrics = metrics;
    for (Count what : Count.values()) {
      counts.put(what, new Tally(what, context.getLongCounter(what.id())));
    }
    tallies = List.copyOf(counts.values());
  }

  @Override
  public void action(ActionRecord action) {
    actions.add(action);
  }

  @Override
  public void trace(TraceRecord trace) {
    traces.add(trace);
  }

  @Override
  public void erased(String scenarioId) {
    erased.add(scenarioId);
  }

  @Override
  public void count(Count what) {
    counts.get(what).held++;
    counted = true;
  }

  /** Counts, at once, an event that no timeline takes. */
  void countIrrelevant() {
    counts.get(Count.IRRELEVANT).total.add(1);
    metrics.count(Count.IRRELEVANT);
  }

  /** Emits, at once, what a failed timeline could not take. */
  void failed(DeadLetter letter, long timestamp) {
    output.collect(ScenarioOperator.FAILED, new StreamRecord<>(letter, timestamp));
  }

  /**
   * Emits all that is held.
   *
   * @return whether there was anything
   */
  boolean commit() {
    boolean any = counted || !(actions.isEmpty() && traces.isEmpty() && erased.isEmpty());
    if (any) {
      emit();
      discard();
    }
    return any;
  }

  private void emit() {
    for (ActionRecord action : actions) {
      output.collect(new StreamRecord<>(action, action.timestamp()));
      metrics.action(action);
    }
    for (TraceRecord trace : traces) {
      output.collect(ScenarioOperator.TRACE, new StreamRecord<>(trace, trace.timestamp()));
      metrics.trace(trace);
    }
    if (counted) {
      emitCounts();
    }
    for (String scenarioId : erased) {
      context.getLongCounter(ERASED + scenarioId).add(1);
      metrics.erased(scenarioId);
    }
  }

  private void emitCounts() {
    for (Tally tally : tallies) {
      if (tally.held > 0) {
        tally.total.add(tally.held);
        metrics.count(tally.what, tally.held);
      }
    }
  }

  /** Forgets all that is held. */
  void discard() {
    actions.clear();
    traces.clear();
    if (counted) {
      tallies.forEach(tally -> tally.held = 0);
      counted = false;
    }
    erased.clear();
  }
}
