package dev.wend.job.relay;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.job.deployment.Beginning;
import dev.wend.job.deployment.DeploymentManager;
import dev.wend.job.intake.IntakeOperator;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.Report;
import dev.wend.job.state.CustomerEventSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.messages.Acknowledge;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator.SubtaskGateway;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.types.Either;

/** The manager of deployments and the tasks of the intake without a cluster, with a wire between them that can be held. */
final class RelayedIntake implements AutoCloseable {
  private static final int MAX_PARALLELISM = 16;

  private final List<String> reports = new ArrayList<>();
  private final List<String> sentAgain = new ArrayList<>();
  private final List<Task<Either<CustomerEvent, DeadLetter>, CustomerEvent>> intakes =
      new ArrayList<>();
  private Task<ControlMessage, Control> manager;
  private Relay relay = new Relay();
  private OperatorSubtaskState managerState = OperatorSubtaskState.builder().build();
  private OperatorSubtaskState intakeState = managerState;
  private boolean held;
  private int formerParallelism = 1;
  private int asked;
  private long checkpoint;

  /** A task, and how it is sent events. */
  private record Task<IN, OUT>(
      int subtask, WiredEnd<IN, OUT> end, OneInputStreamOperatorTestHarness<IN, OUT> harness)
      implements SubtaskGateway {
    static <IN, OUT> Task<IN, OUT> of(WiredEnd<IN, OUT> end, int parallelism, int subtask)
        throws Exception {
      return new Task<>(
          subtask,
          end,
          new OneInputStreamOperatorTestHarness<>(end, MAX_PARALLELISM, parallelism, subtask));
    }

    @Override
    public CompletableFuture<Acknowledge> sendEvent(OperatorEvent event) {
      end.handle(event);
      return CompletableFuture.completedFuture(Acknowledge.get());
    }

    @Override
    public ExecutionAttemptID getExecution() {
      throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public int getSubtask() {
      return subtask;
    }
  }

  void start(int parallelism) throws Exception {
    Beginning nothing = Beginning.of(List.of(), List.of());
    manager = Task.of(new WiredEnd<>(DeploymentManager.of(nothing), this::send), 1, 0);
    manager.harness().setup(Control.Serializer.INSTANCE);
    manager.harness().initializeState(managerState);
    manager.harness().open();
    relay.setTeller(manager);
    for (int subtask = 0; subtask < parallelism; subtask++) {
      var intake =
          Task.of(
              new WiredEnd<>(IntakeOperator.of(nothing), RelayedIntake::complain),
              parallelism,
              subtask);
      intake.harness().setup(CustomerEventSerializer.INSTANCE);
      intake
          .harness()
          .initializeState(
              AbstractStreamOperatorTestHarness.repartitionOperatorState(
                  intakeState, MAX_PARALLELISM, formerParallelism, parallelism, subtask));
      intake.harness().open();
      intakes.add(intake);
      relay.join(intake, parallelism);
    }
  }

  private void send(OperatorEvent event) {
    if (checkpoint > 0 && intakes.isEmpty()) {
      sentAgain.add(Told.of(event).control().request());
    }
    if (!held) {
      relay.tell(event);
    }
  }

  private static void complain(OperatorEvent event) {
    throw new IllegalStateException("the intake says nothing, such as " + event);
  }

  /** Whatever the manager sends from now on does not come before the next restore. */
  void holdTheWire() {
    held = true;
  }

  void deploy(String scenarioId, int version) throws Exception {
    String document =
        """
        { "id": "%s", "version": %d, "name": "A", "status": "active", "nodes": [
          { "id": "start", "type": "trigger", "on": { "event": "product-viewed" }, "next": "done" },
          { "id": "done", "type": "end" } ] }
        """
            .formatted(scenarioId, version);
    ask(scenarioId, Optional.of(document));
  }

  void stop(String scenarioId) throws Exception {
    ask(scenarioId, Optional.empty());
  }

  private void ask(String scenarioId, Optional<String> document) throws Exception {
    String request = ControlMessage.request("control", 0, asked);
    asked++;
    manager
        .harness()
        .processElement(
            new StreamRecord<>(new ControlMessage(request, Optional.of(scenarioId), document)));
  }

  /** Takes a checkpoint, for which the job manager comes first. */
  void snapshot() throws Exception {
    checkpoint++;
    relay.begin(checkpoint);
    managerState = manager.harness().snapshot(checkpoint, checkpoint);
    OperatorSubtaskState[] states = new OperatorSubtaskState[intakes.size()];
    for (int index = 0; index < states.length; index++) {
      states[index] = intakes.get(index).harness().snapshot(checkpoint, checkpoint);
    }
    intakeState = AbstractStreamOperatorTestHarness.repackageState(states);
  }

  void completeCheckpoint() {
    relay.complete(checkpoint);
  }

  /** Goes on from the last checkpoint. */
  void restore(int parallelism) throws Exception {
    formerParallelism = intakes.size();
    close();
    held = false;
    relay = new Relay();
    start(parallelism);
  }

  /** What the manager sent once more, in its order. */
  List<String> sentAgain() {
    return sentAgain;
  }

  /** What was taken by which task, in no order. */
  List<String> reports() {
    intakes.forEach(this::collectReports);
    return reports.stream().sorted().toList();
  }

  private void collectReports(Task<?, ?> intake) {
    var told = intake.harness().getSideOutput(IntakeOperator.REPORTS);
    while (told != null && !told.isEmpty()) {
      Report.Taken taken = (Report.Taken) told.remove().getValue();
      reports.add(taken.request() + " by " + intake.subtask());
    }
  }

  /** Whether all tasks let events of a kind pass, or none does. */
  boolean passes(EventKind kind) throws Exception {
    CustomerEvent event =
        new CustomerEvent("m", "anna", kind, "", 1_000, Json.object(), Channel.ONLINE, 0);
    int passed = 0;
    for (var intake : intakes) {
      intake.harness().getOutput().clear();
      intake.harness().processElement(new StreamRecord<>(Either.Left(event), 1_000));
      passed += intake.harness().extractOutputValues().size();
    }
    if (passed % intakes.size() != 0) {
      throw new IllegalStateException(passed + " of " + intakes.size() + " tasks let pass " + kind);
    }
    return passed > 0;
  }

  @Override
  public void close() throws Exception {
    for (var intake : intakes) {
      collectReports(intake);
      intake.harness().close();
    }
    intakes.clear();
    manager.harness().close();
  }
}
