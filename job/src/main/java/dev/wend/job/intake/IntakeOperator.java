package dev.wend.job.intake;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.operator.Report;
import dev.wend.job.operator.ScenarioSource;
import dev.wend.job.relay.RelayEnd;
import dev.wend.job.relay.Told;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.types.Either;
import org.apache.flink.util.OutputTag;

/**
 * Lets events pass that concern some scenario, before they are sent to their customers, and puts dead letters aside. It runs
 * in the task of the source, so that what nobody asks for is never written anywhere. Such a task has no input but the source,
 * so it is told of deployments by way of the job manager.
 */
public final class IntakeOperator extends AbstractStreamOperator<CustomerEvent>
    implements RelayEnd.Operator<Either<CustomerEvent, DeadLetter>, CustomerEvent> {

  /** Records that are no events. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", RecordTypes.DEAD_LETTER);

  /** Which deployments were taken. */
  public static final OutputTag<Report> REPORTS = new OutputTag<>("reports", RecordTypes.REPORT);

  private static final long serialVersionUID = 1;

  private final transient ScenarioSource source;

  private transient Interests interests;
  private transient TaskInfo task;
  private transient Counter irrelevant;
  private transient Counter deadLetters;
  private transient KeptIntake kept;
  private transient long seen;
  private transient long taken;

  private IntakeOperator(
      StreamOperatorParameters<CustomerEvent> parameters, ScenarioSource source) {
    super(parameters);
    this.source = source;
  }

  /** Begins with what runs from the first event on. */
  public static RelayEnd<Either<CustomerEvent, DeadLetter>, CustomerEvent> of(
      ScenarioSource source) {
    return RelayEnd.told((parameters, gateway) -> new IntakeOperator(parameters, source));
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    task = getRuntimeContext().getTaskInfo();
    interests = new Interests(source);
    kept = new KeptIntake(context.getOperatorStateStore());
    if (context.isRestored()) {
      interests.restore(kept.interests());
    }
    seen = kept.seen();
    taken = kept.taken();
  }

  @Override
  public void open() throws Exception {
    super.open();
    irrelevant = getMetricGroup().counter("numIrrelevant");
    deadLetters = getMetricGroup().counter("numDeadLetters");
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

  /** What was told once more after a restore may be known already. */
  @Override
  public void handleOperatorEvent(OperatorEvent event) {
    Told told = Told.of(event);
    if (told.number() > taken) {
      taken = told.number();
      take(told.control());
    }
  }

  private void take(Control control) {
    try {
      interests.apply(control);
    } catch (RuntimeException refused) {
      LOG.error("A deployment is refused; what ran goes on", refused);
      return;
    }
    Report report =
        new Report.Taken(
            Report.Stage.INTAKE,
            task.getNumberOfParallelSubtasks(),
            control.request(),
            control instanceof Control.Deploy,
            seen);
    output.collect(REPORTS, new StreamRecord<>(report));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    kept.keep(interests.toKeep(), taken, seen);
  }
}
