package dev.wend.job.intake;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.CustomerEvent;
import dev.wend.job.journey.Count;
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
import org.apache.flink.streaming.api.operators.AbstractInput;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorV2;
import org.apache.flink.streaming.api.operators.Input;
import org.apache.flink.streaming.api.operators.MultipleInputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.types.Either;
import org.apache.flink.util.OutputTag;

/**
 * Lets events pass that concern some scenario, before they are sent to their customers, and puts dead letters aside. It runs
 * in the task of the source, so that nothing is written to the network that nobody asks for.
 */
public final class IntakeOperator extends AbstractStreamOperatorV2<CustomerEvent>
    implements MultipleInputStreamOperator<CustomerEvent> {

  /** Records that are no events. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", RecordTypes.DEAD_LETTER);

  /** Which deployments were taken. */
  public static final OutputTag<Report> REPORTS = new OutputTag<>("reports", RecordTypes.REPORT);

  private static final int EVENTS = 1;
  private static final int CONTROLS = 2;

  private final Interests interests;
  private final TaskInfo task;
  private final Counter irrelevant;
  private final Counter deadLetters;
  private ListState<Interest> keptInterests;
  private ListState<Long> keptSeen;
  private long seen = Long.MIN_VALUE;

  IntakeOperator(StreamOperatorParameters<CustomerEvent> parameters, ScenarioSource source) {
    super(parameters, 2);
    interests = new Interests(source);
    task = getRuntimeContext().getTaskInfo();
    irrelevant = getMetricGroup().counter(Count.IRRELEVANT.id());
    deadLetters = getMetricGroup().counter("deadLetters");
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public List<Input> getInputs() {
    return List.of(new Events(), new Controls());
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
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

  /** All tasks are told the same deployments, so one of them keeps these for all. */
  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    keptInterests.update(
        task.getIndexOfThisSubtask() == 0 ? interests.toKeep() : List.<Interest>of());
    keptSeen.update(List.of(seen));
  }

  @SuppressWarnings("unchecked") // what it inherits
  private final class Events
      extends AbstractInput<Either<CustomerEvent, DeadLetter>, CustomerEvent> {
    Events() {
      super(IntakeOperator.this, EVENTS);
    }

    @Override
    public void processElement(StreamRecord<Either<CustomerEvent, DeadLetter>> element) {
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
  }

  @SuppressWarnings("unchecked") // what it inherits
  private final class Controls extends AbstractInput<Control, CustomerEvent> {
    Controls() {
      super(IntakeOperator.this, CONTROLS);
    }

    @Override
    public void processElement(StreamRecord<Control> element) {
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
  }
}
