package dev.wend.job.relay;

import dev.wend.job.operator.Control;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.operators.coordination.OperatorEventGateway;
import org.apache.flink.runtime.operators.coordination.OperatorEventHandler;

/**
 * Controls that are told by way of the job manager. One that was sent shortly before a checkpoint may come to its receivers
 * after it, so each is kept, and sent once more after a restore, until a complete checkpoint of the receivers holds it.
 */
public final class Outbox implements OperatorEventHandler {
  private final OperatorEventGateway gateway;
  private final Deque<Told> underway = new ArrayDeque<>();
  private final ListState<Told> keptUnderway;
  private final ListState<Long> keptLast;
  private long last;

  /** Goes on with what {@code state} holds. */
  public Outbox(OperatorEventGateway gateway, OperatorStateStore state) throws Exception {
    this.gateway = gateway;
    keptUnderway =
        state.getListState(new ListStateDescriptor<>("underway", Told.Serializer.INSTANCE));
    keptLast = state.getListState(new ListStateDescriptor<>("told", LongSerializer.INSTANCE));
    keptUnderway.get().forEach(underway::add);
    for (long number : keptLast.get()) {
      last = number;
    }
  }

  /** Sends once more what may not have come. */
  public void sendAgain() {
    underway.forEach(this::send);
  }

  /** Tells all receivers. */
  public void tell(Control control) {
    last++;
    Told told = new Told(last, control);
    underway.add(told);
    send(told);
  }

  private void send(Told told) {
    gateway.sendEventToCoordinator(told.event());
  }

  @Override
  public void handleOperatorEvent(OperatorEvent event) {
    if (event instanceof Held held) {
      underway.removeIf(told -> told.number() <= held.number());
    }
  }

  /** Writes down what is under way. */
  public void snapshot() throws Exception {
    keptUnderway.update(List.copyOf(underway));
    keptLast.update(List.of(last));
  }
}
