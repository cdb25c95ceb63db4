package dev.wend.job.deployment;

import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.RecordTypes;
import dev.wend.job.relay.Outbox;
import dev.wend.job.relay.RelayEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.operators.coordination.OperatorEventGateway;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Decides on every request to start, update or stop a scenario, answers it, and tells all tasks what changes (SEMANTICS.md
 * section 6, "Live"): customers in the stream, and the intake by way of the job manager. There is one of it in a job. A restored job goes on with what ran, and is then offered the files that it
 * was started with.
 */
public final class DeploymentManager extends AbstractStreamOperator<Control>
    implements RelayEnd.Operator<ControlMessage, Control> {

  /** Answers. */
  public static final OutputTag<StatusRecord> ANSWERS =
      new OutputTag<>("answers", RecordTypes.STATUS);

  private static final long serialVersionUID = 1;

  private final transient Beginning beginning;
  private final transient OperatorEventGateway gateway;

  private transient Ledger ledger;
  private transient Outbox outbox;
  private transient ListState<LedgerEntry> kept;
  private transient boolean restored;
  private transient Optional<ScheduledFuture<?>> begin;

  private DeploymentManager(
      StreamOperatorParameters<Control> parameters,
      OperatorEventGateway gateway,
      Beginning beginning) {
    super(parameters);
    this.gateway = gateway;
    this.beginning = beginning;
  }

  /** Begins with what runs from the first event on. */
  public static RelayEnd<ControlMessage, Control> of(Beginning beginning) {
    return RelayEnd.telling(
        (parameters, gateway) -> new DeploymentManager(parameters, gateway, beginning));
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    kept =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("ledger", LedgerEntry.Serializer.INSTANCE));
    outbox = new Outbox(gateway, context.getOperatorStateStore());
    restored = context.isRestored();
    List<LedgerEntry> entries = new ArrayList<>();
    kept.get().forEach(entries::add);
    ledger = restored ? Ledger.of(entries, beginning.files()) : beginning.ledger();
  }

  /** Nothing may be emitted before all tasks are there, so the rest is left for the first moment after. */
  @Override
  public void open() throws Exception {
    super.open();
    outbox.sendAgain();
    long now = getProcessingTimeService().getCurrentProcessingTime();
    begin = Optional.of(getProcessingTimeService().registerTimer(now, time -> begin()));
  }

  /** Requests have no time: they must not hold back the clock of events. */
  private void begin() {
    output.emitWatermarkStatus(WatermarkStatus.IDLE);
    if (restored) {
      beginning.files().stream()
          .map(ledger::offer)
          .filter(DeploymentManager::isNews)
          .forEach(this::tell);
    } else {
      beginning.answers().forEach(this::answer);
    }
  }

  private static boolean isNews(Decision decision) {
    return decision.control().isPresent() || decision.status().kind() != StatusKind.UNCHANGED;
  }

  @Override
  public void processElement(StreamRecord<ControlMessage> element) {
    tell(decide(element.getValue()));
  }

  /** Whatever a message holds, the job goes on. */
  private Decision decide(ControlMessage message) {
    try {
      return ledger.offer(message);
    } catch (RuntimeException bug) {
      LOG.error("The message {} could not be decided on; what ran goes on", message.request(), bug);
      return Decision.none(
          Answers.refusal(message.key(), message.request(), "the engine failed with it: " + bug));
    }
  }

  private void tell(Decision decision) {
    answer(decision.status());
    decision
        .control()
        .ifPresent(
            control -> {
              outbox.tell(control);
              output.collect(new StreamRecord<>(control));
            });
  }

  @Override
  public void handleOperatorEvent(OperatorEvent event) {
    outbox.handleOperatorEvent(event);
  }

  private void answer(StatusRecord status) {
    output.collect(ANSWERS, new StreamRecord<>(status));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    kept.update(ledger.entries());
    outbox.snapshot();
  }

  @Override
  public void close() throws Exception {
    if (begin != null) {
      begin.ifPresent(timer -> timer.cancel(false));
    }
    super.close();
  }
}
