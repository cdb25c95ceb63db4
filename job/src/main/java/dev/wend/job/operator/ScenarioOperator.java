package dev.wend.job.operator;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.TraceRecord;
import dev.wend.job.journey.Count;
import dev.wend.job.journey.Customer;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.PendingEvents;
import dev.wend.job.journey.ScenarioRegistry;
import dev.wend.job.journey.Timeline;
import dev.wend.job.state.CustomerEventSerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Hosts all scenarios, keyed by customer. Events wait in state until the watermark comes; then the customer's timeline is
 * carried up to it, in slices between which checkpoints and other work get their turn. Actions are the main output.
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

  private static final long serialVersionUID = 1;
  private static final int WORTHWHILE = 4;

  private final ScenarioSource scenarios;
  private final Duration dedupHorizon;

  private transient ScenarioRegistry registry;
  private transient OperatorOutput records;
  private transient Timeline timeline;
  private transient Slices slices;
  private transient CarriedMarks marks;
  private transient ListState<CarriedMarks.Mark> keptMarks;
  private transient ValueState<CustomerState> customers;
  private transient ListState<CustomerEvent> pending;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient long horizon;

  /**
   * An operator for the given scenarios.
   *
   * @param dedupHorizon how long a message id stays taken, in event time
   */
  public ScenarioOperator(ScenarioSource scenarios, Duration dedupHorizon) {
    this.scenarios = scenarios;
    this.dedupHorizon = dedupHorizon;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    TaskInfo task = getRuntimeContext().getTaskInfo();
    int maxParallelism = task.getMaxNumberOfParallelSubtasks();
    marks =
        new CarriedMarks(
            KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
                maxParallelism, task.getNumberOfParallelSubtasks(), task.getIndexOfThisSubtask()),
            maxParallelism);
    keptMarks =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("carried-marks", CarriedMarks.Serializer.INSTANCE));
    marks.restore(keptMarks.get());
  }

  @Override
  public void open() throws Exception {
    super.open();
    horizon = Long.MAX_VALUE;
    timers = getInternalTimerService("deadlines", VoidNamespaceSerializer.INSTANCE, this);
    customers =
        getPartitionedState(
            new ValueStateDescriptor<>("customer", CustomerState.Serializer.INSTANCE));
    pending =
        getPartitionedState(
            new ListStateDescriptor<>("pending-events", CustomerEventSerializer.INSTANCE));
    registry = scenarios.load();
    records = new OperatorOutput(output, getRuntimeContext());
    timeline = newTimeline();
    slices =
        new Slices(
            getTimeServiceManager().orElseThrow(),
            getContainingTask()
                .getMailboxExecutorFactory()
                .createExecutor(getOperatorConfig().getChainIndex()),
            output::emitWatermark);
  }

  @Override
  public void processElement1(StreamRecord<CustomerEvent> element) throws Exception {
    CustomerEvent event = element.getValue();
    if (marks.isPassed(event.customerId(), event.timestamp())) {
      output.collect(LATE, new StreamRecord<>(event, event.timestamp()));
      return;
    }
    pending.add(event);
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, event.timestamp());
  }

  @Override
  public void processElement2(StreamRecord<Control> element) {
    if (element.getValue() instanceof Control.Horizon end) {
      horizon = end.timestamp();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    marks.raiseAll(mark.getTimestamp());
    slices.advanceTo(mark);
  }

  @Override
  public void finish() throws Exception {
    slices.finish();
    super.finish();
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    long begun = System.nanoTime();
    CustomerState kept = customers.value();
    CustomerState state = kept == null ? CustomerState.of(timer.getKey()) : kept;
    List<CustomerEvent> waiting = pendingEvents();
    PendingEvents events = new PendingEvents(waiting);
    long until = Math.min(timers.currentWatermark(), horizon);
    boolean done;
    try {
      done = timeline.carry(state.customer(), events, until, pauseAfter(begun));
      records.commit();
    } catch (RuntimeException bug) {
      setAside(timer.getKey(), waiting, until, bug);
      return;
    }
    if (events.size() < waiting.size()) {
      deleteTimers(waiting, timer.getTimestamp(), events.nextTimestamp());
      keep(events);
    }
    keep(state, timer.getTimestamp(), done, events);
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("no timer of processing time is ever set");
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    keptMarks.update(marks.toKeep());
  }

  private List<CustomerEvent> pendingEvents() throws Exception {
    List<CustomerEvent> events = new ArrayList<>();
    Iterable<CustomerEvent> kept = pending.get();
    if (kept != null) {
      kept.forEach(events::add);
    }
    return events;
  }

  /** A failure stays with its customer, whose state is left as it was; the events that were due go to {@link #FAILED}. */
  private void setAside(
      String customerId, List<CustomerEvent> waiting, long until, RuntimeException bug)
      throws Exception {
    LOG.error("The timeline of a customer failed; its events up to {} are set aside", until, bug);
    records.discard();
    records.count(Count.FAILED);
    timeline = newTimeline();
    List<CustomerEvent> left = new ArrayList<>();
    for (CustomerEvent event : waiting) {
      if (event.timestamp() > until) {
        left.add(event);
      } else {
        records.count(Count.SET_ASIDE);
        output.collect(FAILED, new StreamRecord<>(FailedEvents.of(event, bug), event.timestamp()));
      }
    }
    records.commit();
    if (left.size() == waiting.size()) {
      output.collect(FAILED, new StreamRecord<>(FailedEvents.without(customerId, bug), until));
    }
    keep(new PendingEvents(left));
  }

  private Timeline newTimeline() {
    return new Timeline(registry, records, dedupHorizon);
  }

  /** Of the events that were taken; otherwise each of them would have the customer read once more for nothing. */
  private void deleteTimers(List<CustomerEvent> events, long fired, long nextTimestamp) {
    for (CustomerEvent event : events) {
      if (event.timestamp() < nextTimestamp && event.timestamp() != fired) {
        timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, event.timestamp());
      }
    }
  }

  private void keep(PendingEvents events) throws Exception {
    if (events.size() == 0) {
      pending.clear();
    } else {
      pending.update(events.remaining());
    }
  }

  private void keep(CustomerState state, long fired, boolean done, PendingEvents events)
      throws Exception {
    Customer customer = state.customer();
    long next = done ? timerFor(timeline.nextCarriage(customer)) : fired;
    if (state.timer() != fired && state.timer() != next && !events.hasAny(state.timer())) {
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, state.timer());
    }
    if (next != Instance.NEVER) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, next);
    }
    if (done && events.size() == 0 && customer.isEmpty()) {
      customers.clear();
    } else {
      customers.update(new CustomerState(customer, next));
    }
  }

  /** Beyond the end of the clock nothing fires, so nothing need be set. */
  private long timerFor(long moment) {
    return moment <= horizon ? moment : Instance.NEVER;
  }

  /**
   * In BATCH execution there are no slices: a customer's one timer is the last chance to carry it. Elsewhere a customer is
   * left when the slice is over, but not before it was carried for several times as long as it took to read.
   */
  private BooleanSupplier pauseAfter(long begun) {
    long read = System.nanoTime();
    long worthwhile = read + WORTHWHILE * (read - begun);
    return () ->
        timers.currentWatermark() != Long.MAX_VALUE
            && slices.isOver()
            && System.nanoTime() - worthwhile >= 0;
  }
}
