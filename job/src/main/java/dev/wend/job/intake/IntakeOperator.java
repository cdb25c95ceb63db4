package dev.wend.job.intake;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.operator.Report;
import dev.wend.job.operator.ScenarioSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.types.Either;
import org.apache.flink.util.OutputTag;

/**
 * Lets events pass that concern some scenario, before they are sent to their customers, and puts dead letters aside. It runs
 * beside the source, so that nothing is written to the network that nobody asks for.
 */
public final class IntakeOperator extends AbstractStreamOperator<CustomerEvent>
    implements TwoInputStreamOperator<Either<CustomerEvent, DeadLetter>, Control, CustomerEvent> {

  /** Records that are no events. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", RecordTypes.DEAD_LETTER);

  /** Which deployments were taken. */
  public static final OutputTag<Report> REPORTS = new OutputTag<>("reports", RecordTypes.REPORT);

  private static final long serialVersionUID = 1;

  private final ScenarioSource source;

  private transient Interests interests;
  private transient TaskInfo task;
  private transient Counter irrelevant;
  private transient Counter deadLetters;
  private transient ListState<Interest> keptInterests;
  private transient ListState<Long> keptSeen;
  private transient long seen;

  /** Begins with what runs from the first event on. */
  public IntakeOperator(ScenarioSource source) {
    this.source = source;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    task = getRuntimeContext().getTaskInfo();
    interests = new Interests(source);
    seen = Long.MIN_VALUE;
    keptInterests =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("interests", Interest.Serializer.INSTANCE));
    keptSeen =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("seen", LongSerializer.INSTANCE));
    if (context.isRestored()) {
      List<Interest> kept = new ArrayList<>();
      keptInterests.get().forEach(kept::add);
      interests.restore(kept);
      for (long timestamp : keptSeen.get()) {
        seen = Math.max(seen, timestamp);
      }
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    irrelevant = getMetricGroup().counter("numIrrelevant");
    deadLetters = getMetricGroup().counter("numDeadLetters");
  }

  @Override
  public void processElement1(StreamRecord<Either<CustomerEvent, DeadLetter>> element) {
    if (element.getValue().isRight()) {
      deadLetters.inc();
      output.collect(DEAD_LETTERS, new StreamRecord<>(element.getValue().right()));
      return;
    }
    CustomerEvent event = element.getValue().left();
    seen = Math.max(seen, event.timestamp());
    if (interests.concerns(event)) {
      output.collect(new StreamRecord<>(event, event.timestamp()));
    } else {
      irrelevant.inc();
    }
  }

  @Override
  public void processElement2(StreamRecord<Control> element) {
    Control control = element.getValue();
    try {
      interests.apply(control);
    } catch (RuntimeException refused) {
      LOG.error("A deployment is refused; what ran goes on", refused);
      return;
    }
    Report taken =
        new Report.Taken(
            Report.Stage.INTAKE,
            task.getNumberOfParallelSubtasks(),
            control.request(),
            control instanceof Control.Deploy,
            seen);
    output.collect(REPORTS, new StreamRecord<>(taken));
  }

  /** All tasks are told the same deployments, so one of them keeps these for all. */
  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    keptInterests.update(
        task.getIndexOfThisSubtask() == 0 ? interests.toKeep() : List.<Interest>of());
    keptSeen.update(List.of(seen));
  }
}
