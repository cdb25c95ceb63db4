package dev.wend.job.operator;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.TraceRecord;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.Timeline;
import dev.wend.job.operator.WaitingRoom.Waiting;
import dev.wend.job.state.CustomerEventSerializer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.operators.sorted.state.BatchExecutionKeyedStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Hosts all scenarios, keyed by customer. Events wait until the watermark comes; then the customer's timeline is carried up to
 * it, in slices between which checkpoints and other work get their turn. Actions are the main output.
 *
 * <p>In BATCH execution each customer's events come together and one timer at their end carries the timeline to the horizon.
 */
public final class ScenarioOperator extends AbstractStreamOperator<ActionRecord>
    implements TwoInputStreamOperator<CustomerEvent, Control, ActionRecord>,
        Triggerable<String, VoidNamespace> {

  /** Trace records. */
  public static final OutputTag<TraceRecord> TRACE = new OutputTag<>("trace", RecordTypes.TRACE);

  /** Events not newer than what their customer was carried to. */
  public static final OutputTag<CustomerEvent> LATE = new OutputTag<>("late", RecordTypes.EVENT);

  /** Events with which a timeline failed, which is a bug of the engine. */
  public static final OutputTag<DeadLetter> FAILED =
      new OutputTag<>("failed", RecordTypes.DEAD_LETTER);

  /** Which deployments were taken, and up to where customers were carried. */
  public static final OutputTag<Report> REPORTS = new OutputTag<>("reports", RecordTypes.REPORT);

  private static final long serialVersionUID = 1;
  private static final String SPILLED = "pending-events";

  private final ScenarioSource source;
  private final Duration dedupHorizon;
  private final Duration profileRetention;
  private final HeapBudget heap;

  private transient SubtaskState own;
  private transient DeployedScenarios scenarios;
  private transient KnownCustomers customers;
  private transient Carriage carriage;
  private transient OperatorOutput records;
  private transient Slices slices;
  private transient Sweeps sweeps;
  private transient Progress progress;
  private transient CarriedMarks marks;
  private transient WaitingRoom room;
  private transient SpilledEvents spilled;
  private transient JourneyMetrics measured;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient CurrentCustomer current;
  private transient BooleanSupplier sliceOver;
  private transient boolean isBatch;

  /**
   * An operator for the given scenarios that forgets no customer.
   *
   * @param dedupHorizon how long a message id stays taken, in event time
   */
  public ScenarioOperator(ScenarioSource source, Duration dedupHorizon) {
    this(source, dedupHorizon, Optional.empty());
  }

  /**
   * An operator for the given scenarios.
   *
   * @param dedupHorizon how long a message id stays taken, in event time
   * @param profileRetention how long a customer in whom nothing waits is remembered, in event time since its last event; empty
   *     for ever
   */
  public ScenarioOperator(
      ScenarioSource source, Duration dedupHorizon, Optional<Duration> profileRetention) {
    this(source, dedupHorizon, profileRetention, HeapBudget.DEFAULT);
  }

  /** One with a budget of its own. */
  ScenarioOperator(
      ScenarioSource source,
      Duration dedupHorizon,
      Optional<Duration> profileRetention,
      HeapBudget heap) {
    this.source = source;
    this.dedupHorizon = dedupHorizon;
    this.profileRetention = profileRetention.orElse(Timeline.FOREVER);
    this.heap = heap;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    own = new SubtaskState(context, getRuntimeContext().getTaskInfo(), source, profileRetention);
    marks = own.marks();
    scenarios = own.scenarios();
    restoreWaiting(context);
  }

  private void restoreWaiting(StateInitializationContext context) throws Exception {
    KeptWaiting.refuseTimersOnHeap(getKeyedStateBackend());
    current = new CurrentCustomer(getKeyedStateBackend());
    timers = getInternalTimerService("deadlines", VoidNamespaceSerializer.INSTANCE, this);
    spilled =
        new SpilledEvents(
            getPartitionedState(
                new ListStateDescriptor<>(SPILLED, CustomerEventSerializer.INSTANCE)),
            timers,
            current,
            context.getOperatorStateStore());
    spilled.restore(getKeyedStateBackend(), SPILLED);
    isBatch = getKeyedStateBackend() instanceof BatchExecutionKeyedStateBackend;
    customers = known();
    room = isBatch ? WaitingRoom.forOne() : new WaitingRoom(heap.events(), customers::glance);
    KeptWaiting.read(context, this::await);
  }

  @Override
  protected boolean isUsingCustomRawKeyedState() {
    return true;
  }

  @Override
  public void open() throws Exception {
    super.open();
    measured = new JourneyMetrics(getMetricGroup(), own.active(), this::wallClock);
    measured.running(scenarios);
    sliceOver = this::isSliceOver;
    records = new OperatorOutput(output, getRuntimeContext(), measured);
    carriage =
        new Carriage(
            new Carriage.Kept(customers, room, spilled),
            scenarios,
            records,
            new Carriage.Horizons(dedupHorizon, profileRetention),
            getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks());
    MailboxExecutor mailbox =
        getContainingTask()
            .getMailboxExecutorFactory()
            .createExecutor(getOperatorConfig().getChainIndex());
    slices =
        new Slices(
            this::carryWaiting,
            getTimeServiceManager().orElseThrow(),
            mailbox,
            this::forward,
            measured::settle);
    sweeps =
        new Sweeps(
            scenarios,
            customers,
            this::visit,
            mailbox,
            new Sweeps.End(this::isSettled, carriage::renew));
    sweeps.beginIfNeeded();
    progress = new Progress(getProcessingTimeService(), this::reportCarried);
    if (own.isRetentionChanged()) {
      sweeps.begin();
    }
  }

  /** Events that come are kept without their customer's state; only in BATCH execution a new customer ends the former one. */
  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public void setKeyContextElement1(StreamRecord record) throws Exception {
    if (isBatch) {
      super.setKeyContextElement1(record);
    }
  }

  @Override
  public void processElement1(StreamRecord<CustomerEvent> element) throws Exception {
    CustomerEvent event = element.getValue();
    if (marks.isPassed(event.customerId(), event.timestamp())) {
      takeLate(event);
      return;
    }
    await(event);
  }

  private void await(CustomerEvent event) throws Exception {
    if (room.isFull()) {
      spilled.add(event);
    } else if (room.add(event) && isBatch) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, event.timestamp());
    }
  }

  /** The customer may not be where its mark is yet. */
  private void takeLate(CustomerEvent event) throws Exception {
    if (!scenarios.concerns(event)) {
      records.countIrrelevant();
      return;
    }
    measured.late();
    output.collect(LATE, new StreamRecord<>(event, event.timestamp()));
    if (event.kind() == EventKind.CONSENT_WITHDRAWN) {
      carry(event.customerId(), marks.of(event.customerId()));
      carriage.takeLate(event);
    }
  }

  @Override
  public void processElement2(StreamRecord<Control> element) throws Exception {
    if (element.getValue() instanceof Control.Horizon end) {
      carriage.endAt(end.timestamp());
      return;
    }
    boolean sweep;
    try {
      sweep = scenarios.apply(element.getValue(), marks.toKeep()).isPresent();
    } catch (RuntimeException refused) {
      LOG.error("A deployment is refused; what ran goes on", refused);
      return;
    }
    if (sweep) {
      sweeps.beginIfNeeded();
    }
    report(
        new Report.Taken(
            Report.Stage.SCENARIOS,
            getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks(),
            element.getValue().request(),
            element.getValue() instanceof Control.Deploy,
            marks.furthest()));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    marks.raiseAll(mark.getTimestamp());
    slices.advanceTo(mark);
  }

  @Override
  public void finish() throws Exception {
    progress.stop();
    slices.finish();
    measured.settle();
    super.finish();
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    Waiting waiting = room.of(timer.getKey());
    carry(waiting, timer.getTimestamp(), timers.currentWatermark(), sliceOver);
    if (isBatch) {
      room.leave(waiting);
    }
  }

  /** Carries those for whom events wait that are due, then those for whom something else is. */
  private boolean carryWaiting(long watermark, BooleanSupplier over) throws Exception {
    Optional<Waiting> due = room.due(carriage.end(watermark));
    while (due.isPresent()) {
      carry(due.get(), Instance.NEVER, watermark, sliceOver);
      if (over.getAsBoolean()) {
        return false;
      }
      due = room.due(carriage.end(watermark));
    }
    return carryDue(watermark, over);
  }

  /** Carries those for whom something is due of which no timer tells. */
  private boolean carryDue(long watermark, BooleanSupplier over) throws Exception {
    Optional<String> due = customers.due(carriage.end(watermark));
    while (due.isPresent()) {
      carry(room.of(due.get()), Instance.NEVER, watermark, sliceOver);
      if (over.getAsBoolean()) {
        return false;
      }
      due = customers.due(carriage.end(watermark));
    }
    return true;
  }

  /** Carries a customer whatever is due, without pause. */
  private void carry(String customerId, long until) throws Exception {
    carry(room.of(customerId), Instance.NEVER, until, () -> false);
    measured.settle();
  }

  private void carry(Waiting waiting, long fired, long until, BooleanSupplier pause)
      throws Exception {
    Reach reach = new Reach(fired, until, slices.forwarded(), marks.of(waiting.customerId()));
    carriage.carry(waiting, reach, pause, sweeps::note);
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("no timer of processing time is ever set");
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    measured.settle();
    customers.store();
    own.keep(sweeps.isTold());
    spilled.keep();
    KeptWaiting.write(
        room, context, getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks());
  }

  @Override
  public void close() throws Exception {
    if (sweeps != null) {
      sweeps.close();
    }
    if (progress != null) {
      progress.stop();
    }
    super.close();
  }

  /** The share of this subtask. */
  ActiveInstances active() {
    return own.active();
  }

  /** The customers of this subtask. */
  KnownCustomers customers() {
    return customers;
  }

  private KnownCustomers known() throws Exception {
    ValueState<KeptCustomer> state =
        getPartitionedState(
            new ValueStateDescriptor<>(CustomerState.NAME, CustomerState.Serializer.INSTANCE));
    KeyedStateBackend<String> backend = getKeyedStateBackend();
    OwnTimer timer = new OwnTimer(timers, spilled, current);
    return isBatch || backend instanceof HeapKeyedStateBackend
        ? new StoredCustomers(state, backend, timer, current)
        : new WorkingSet(state, backend, timer, current, heap.customers());
  }

  private void forward(Watermark mark) {
    output.emitWatermark(mark);
    spilled.forgetUpTo(mark.getTimestamp());
    sweeps.forgetIfSettled();
    progress.reach(mark.getTimestamp());
    measured.running(scenarios);
  }

  private void reportCarried(long watermark) {
    TaskInfo task = getRuntimeContext().getTaskInfo();
    report(
        new Report.Carried(
            task.getIndexOfThisSubtask(), task.getNumberOfParallelSubtasks(), watermark));
  }

  private void report(Report report) {
    output.collect(REPORTS, new StreamRecord<>(report));
  }

  /** The watermark that ends all input makes due what is not. */
  private OptionalLong wallClock() {
    return isAtEnd()
        ? OptionalLong.empty()
        : OptionalLong.of(getProcessingTimeService().getCurrentProcessingTime());
  }

  private boolean isSettled() {
    return slices.forwarded() >= marks.furthest();
  }

  /** The change may make something due that the watermark has passed already. */
  private void visit(String customerId) throws Exception {
    carry(customerId, slices.noted());
  }

  /** In BATCH execution there are no slices: a customer's one timer is the last chance to carry it. */
  private boolean isSliceOver() {
    return !isAtEnd() && slices.isOver();
  }

  private boolean isAtEnd() {
    return slices.noted() == Long.MAX_VALUE || timers.currentWatermark() == Long.MAX_VALUE;
  }
}
