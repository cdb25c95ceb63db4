package dev.wend.job.operator;

import dev.wend.connectors.DeadLetter;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.job.journey.Instance;
import dev.wend.job.output.SortedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.Mail;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The operator at any parallelism, without a cluster: events go to their key group, watermarks to all subtasks. */
final class HarnessedJob implements AutoCloseable {
  static final int MAX_PARALLELISM = 16;
  static final Duration DEDUP_HORIZON = Duration.ofHours(1);

  private ScenarioSource scenarios;
  private Optional<Duration> profileRetention;
  private final Supplier<StateBackend> backend;
  private final HeapBudget heap;
  private final List<SortedRecord> actions = new ArrayList<>();
  private final List<SortedRecord> trace = new ArrayList<>();
  private final List<CustomerEvent> late = new ArrayList<>();
  private final List<DeadLetter> failed = new ArrayList<>();
  private final List<Long> watermarks = new ArrayList<>();
  private List<Subtask> subtasks;
  private long checkpoint = 1;

  private static final class Subtask
      extends KeyedTwoInputStreamOperatorTestHarness<String, CustomerEvent, Control, ActionRecord> {
    Subtask(ScenarioOperator operator, int parallelism, int index) throws Exception {
      super(
          operator,
          CustomerEvent::customerId,
          null,
          Types.STRING,
          MAX_PARALLELISM,
          parallelism,
          index);
    }
  }

  /** What came out so far, in the order of output files. */
  record Written(List<String> actions, List<String> trace) {}

  HarnessedJob(ScenarioSource scenarios, Backend backend, int parallelism) throws Exception {
    this(scenarios, backend, parallelism, Optional.empty());
  }

  HarnessedJob(
      ScenarioSource scenarios,
      Backend backend,
      int parallelism,
      Optional<Duration> profileRetention)
      throws Exception {
    this(scenarios, backend::create, parallelism, profileRetention, HeapBudget.DEFAULT, List.of());
  }

  /** A job of which each subtask has its own budget of the heap, begun from snapshots if any. */
  HarnessedJob(
      ScenarioSource scenarios,
      Supplier<StateBackend> backend,
      int parallelism,
      Optional<Duration> profileRetention,
      HeapBudget heap,
      List<OperatorSubtaskState> snapshots)
      throws Exception {
    this.scenarios = scenarios;
    this.backend = backend;
    this.profileRetention = profileRetention;
    this.heap = heap;
    this.subtasks = start(parallelism, snapshots);
  }

  void event(CustomerEvent event) throws Exception {
    subtaskOf(event.customerId()).processElement1(new StreamRecord<>(event, event.timestamp()));
  }

  void events(Collection<CustomerEvent> events) throws Exception {
    for (CustomerEvent event : events) {
      event(event);
    }
  }

  void horizon(long timestamp) throws Exception {
    for (Subtask subtask : subtasks) {
      subtask.processElement2(new StreamRecord<>(new Control.Horizon(timestamp)));
    }
  }

  /** Tells all subtasks; the mails by which they tell their customers are left in the mailbox. */
  void control(Control control) throws Exception {
    for (Subtask subtask : subtasks) {
      subtask.processElement2(new StreamRecord<>(control));
    }
  }

  /** Does all that is in the mailboxes. */
  void settle() throws Exception {
    while (runOneMail()) {}
  }

  /** Carries all customers to {@code timestamp}, in as many slices as it takes. */
  void watermark(long timestamp) throws Exception {
    watermarkForOneSlice(timestamp);
    while (runOneMail()) {}
  }

  /** Only begins to carry the customers: the mails that go on with it are left in the mailbox. */
  void watermarkForOneSlice(long timestamp) throws Exception {
    for (Subtask subtask : subtasks) {
      subtask.processBothWatermarks(new Watermark(timestamp));
    }
    collect();
  }

  /** Carries one subtask alone. */
  void watermarkOf(int subtask, long timestamp) throws Exception {
    subtasks.get(subtask).processBothWatermarks(new Watermark(timestamp));
    while (runOneMail()) {}
    collect();
  }

  /** Whether some subtask had a mail. */
  boolean runOneMail() throws Exception {
    boolean ran = false;
    for (Subtask subtask : subtasks) {
      var mail = subtask.getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY);
      if (mail.isPresent()) {
        run(mail.get());
        ran = true;
      }
    }
    collect();
    return ran;
  }

  private static void run(Mail mail) throws Exception {
    mail.run();
  }

  /** A snapshot for nobody. */
  void checkpoint() throws Exception {
    for (Subtask subtask : subtasks) {
      subtask.snapshot(checkpoint, checkpoint);
    }
    checkpoint++;
  }

  /** Snapshot, end and restore of all subtasks, as many as before. */
  void restart() throws Exception {
    restart(subtasks.size());
  }

  /** Snapshot, end and restore at another parallelism. Mails are lost, as in a failure. */
  void restart(int parallelism) throws Exception {
    List<OperatorSubtaskState> snapshots = new ArrayList<>();
    for (Subtask subtask : subtasks) {
      snapshots.add(subtask.snapshot(checkpoint, checkpoint));
    }
    checkpoint++;
    close();
    subtasks = start(parallelism, snapshots);
  }

  /** Snapshot, end and restore as a job that was given other documents to start with. */
  void restartWith(ScenarioSource others) throws Exception {
    scenarios = others;
    restart();
  }

  /** Snapshot, end and restore as a job that forgets customers otherwise. */
  void restartForgetting(Optional<Duration> otherRetention) throws Exception {
    profileRetention = otherRetention;
    restart();
  }

  private List<Subtask> start(int parallelism, List<OperatorSubtaskState> snapshots)
      throws Exception {
    List<Subtask> started = new ArrayList<>();
    for (int index = 0; index < parallelism; index++) {
      Subtask subtask =
          new Subtask(
              new ScenarioOperator(scenarios, DEDUP_HORIZON, profileRetention, heap),
              parallelism,
              index);
      subtask.setStateBackend(backend.get());
      subtask.setup(
          RecordTypes.ACTION.createSerializer(subtask.getExecutionConfig().getSerializerConfig()));
      if (!snapshots.isEmpty()) {
        subtask.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                AbstractStreamOperatorTestHarness.repackageState(
                    snapshots.toArray(OperatorSubtaskState[]::new)),
                MAX_PARALLELISM,
                snapshots.size(),
                parallelism,
                index));
      }
      subtask.open();
      started.add(subtask);
    }
    return started;
  }

  private void collect() {
    for (Subtask subtask : subtasks) {
      for (Object element : subtask.getOutput()) {
        if (element instanceof Watermark mark) {
          watermarks.add(mark.getTimestamp());
        }
      }
      subtask.extractOutputValues().forEach(action -> actions.add(SortedRecord.of(action)));
      subtask.getOutput().clear();
      drain(subtask.getSideOutput(ScenarioOperator.TRACE))
          .forEach(record -> trace.add(SortedRecord.of(record)));
      late.addAll(drain(subtask.getSideOutput(ScenarioOperator.LATE)));
      failed.addAll(drain(subtask.getSideOutput(ScenarioOperator.FAILED)));
    }
  }

  private static <T> List<T> drain(Queue<StreamRecord<T>> output) {
    List<T> drained = new ArrayList<>();
    if (output != null) {
      output.forEach(record -> drained.add(record.getValue()));
      output.clear();
    }
    return drained;
  }

  Written written() {
    collect();
    return new Written(lines(actions), lines(trace));
  }

  int actionCount() {
    collect();
    return actions.size();
  }

  private static List<String> lines(List<SortedRecord> records) {
    return records.stream()
        .sorted(SortedRecord.ORDER)
        .map(record -> new String(record.json(), StandardCharsets.UTF_8))
        .toList();
  }

  List<CustomerEvent> late() {
    collect();
    return List.copyOf(late);
  }

  /** What timelines failed with. */
  List<DeadLetter> failed() {
    collect();
    return List.copyOf(failed);
  }

  /** The watermarks that were forwarded so far. */
  List<Long> watermarks() {
    collect();
    return List.copyOf(watermarks);
  }

  /** Timers, with those of customers at hand. */
  int timers() throws Exception {
    for (Subtask subtask : subtasks) {
      operator(subtask).customers().store();
    }
    return setTimers();
  }

  /** Timers that are set, without those of customers at hand. */
  int setTimers() {
    return sum(Subtask::numEventTimeTimers);
  }

  /** Values in keyed state; only heap state can be counted. */
  int stateEntries() {
    return sum(Subtask::numKeyedStateEntries);
  }

  /** By scenario the shares of all subtasks in the instances in flight, those of no instance left out. */
  SortedMap<String, Long> countedInstances() {
    SortedMap<String, Long> counted = new TreeMap<>();
    for (Subtask subtask : subtasks) {
      ActiveInstances active = operator(subtask).active();
      active.scenarios().forEach(id -> counted.merge(id, active.of(id).getCount(), Long::sum));
    }
    counted.values().removeIf(count -> count == 0);
    return counted;
  }

  /** By scenario the instances in flight of all customers in state. */
  SortedMap<String, Long> keptInstances() throws Exception {
    SortedMap<String, Long> kept = new TreeMap<>();
    for (CustomerState state : customers()) {
      for (Instance instance : state.customer().instances()) {
        kept.merge(instance.version().scenarioId(), 1L, Long::sum);
      }
    }
    return kept;
  }

  /** All customers that are known. */
  List<CustomerState> customers() throws Exception {
    List<CustomerState> customers = new ArrayList<>();
    for (Subtask subtask : subtasks) {
      KnownCustomers known = operator(subtask).customers();
      List<String> ids;
      try (Stream<String> all = known.ids()) {
        ids = all.toList();
      }
      for (String id : ids) {
        operator(subtask).setCurrentKey(id);
        customers.add(known.find(id).orElseThrow());
      }
    }
    return customers;
  }

  private static ScenarioOperator operator(Subtask subtask) {
    return (ScenarioOperator) subtask.getOperator();
  }

  /** The subtask that the customer's events go to. */
  int subtaskIndexOf(String customerId) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        customerId, MAX_PARALLELISM, subtasks.size());
  }

  private Subtask subtaskOf(String customerId) {
    return subtasks.get(subtaskIndexOf(customerId));
  }

  private int sum(ToIntFunction<Subtask> count) {
    return subtasks.stream().mapToInt(count).sum();
  }

  @Override
  public void close() throws Exception {
    collect();
    for (Subtask subtask : subtasks) {
      subtask.close();
    }
  }
}
