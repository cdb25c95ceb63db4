package dev.wend.job.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wend.job.operator.Control;
import dev.wend.job.operator.ScenarioDocument;
import dev.wend.job.state.SerializerCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.messages.Acknowledge;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator.SubtaskGateway;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes to those who are told, and what the one who tells learns of it. */
class RelayTest {
  private final Relay relay = new Relay();
  private final Inbox teller = new Inbox(0);
  private final Inbox first = new Inbox(0);
  private final Inbox second = new Inbox(1);

  /** What a task is sent. */
  private record Inbox(int subtask, List<OperatorEvent> events) implements SubtaskGateway {
    Inbox(int subtask) {
      this(subtask, new ArrayList<>());
    }

    @Override
    public CompletableFuture<Acknowledge> sendEvent(OperatorEvent event) {
      events.add(event);
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

    List<Long> numbers() {
      return events.stream().map(event -> Told.of(event).number()).toList();
    }
  }

  @BeforeEach
  void connect() {
    relay.setTeller(teller);
  }

  private void tell(long... numbers) {
    for (long number : numbers) {
      relay.tell(new Told(number, new Control.Stop("a", "request-" + number)).event());
    }
  }

  @Test
  void whoComesLaterIsToldWhatWasMissed() {
    tell(1);
    relay.join(first, 2);
    tell(2);
    relay.join(second, 2);
    tell(3);

    assertThat(first.numbers()).containsExactly(1L, 2L, 3L);
    assertThat(second.numbers()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void afterARestoreOnlyWhatIsToldAgainCounts() {
    relay.join(first, 2);
    relay.join(second, 2);
    tell(1, 2);
    relay.leave(0);
    relay.leave(1);
    tell(3);
    relay.reset();
    tell(2);
    Inbox third = new Inbox(0);
    relay.join(third, 1);

    assertThat(third.numbers()).containsExactly(2L);
    assertThat(first.numbers()).containsExactly(1L, 2L);
  }

  @Test
  void theTellerLearnsWhatACompleteCheckpointHolds() {
    relay.join(first, 1);
    relay.begin(1);
    relay.complete(1);
    tell(1, 2);
    relay.begin(2);
    tell(3);
    relay.begin(3);
    relay.abort(2);
    relay.complete(3);
    relay.begin(4);
    relay.complete(4);
    tell(4);
    relay.begin(5);
    relay.abort(5);

    assertThat(teller.events()).containsExactly(new Held(3));
  }

  @Test
  void aCheckpointOfBeforeARestoreSaysNothing() {
    relay.join(first, 1);
    tell(1, 2);
    relay.begin(7);
    relay.reset();
    relay.complete(7);

    assertThat(teller.events()).isEmpty();
  }

  @Test
  void whatIsSentIsReadAgain() throws IOException {
    Told deployed =
        new Told(4_294_967_296L, new Control.Deploy(new ScenarioDocument("control/0@7", "{}")));
    Told stopped = new Told(5, new Control.Stop("größer", "control/0@8"));

    assertThat(Told.of(deployed.event())).isEqualTo(deployed);
    assertThat(SerializerCheck.roundTrip(Told.Serializer.INSTANCE, stopped)).isEqualTo(stopped);
    assertThat(SerializerCheck.frozen("told-deploy", Told.Serializer.INSTANCE, deployed))
        .isEqualTo(deployed);
    assertThat(SerializerCheck.frozen("told-stop", Told.Serializer.INSTANCE, stopped))
        .isEqualTo(stopped);
    assertThatThrownBy(() -> Told.of(new Held(1))).isInstanceOf(IllegalArgumentException.class);
  }
}
