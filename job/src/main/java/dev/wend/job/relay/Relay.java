package dev.wend.job.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.messages.Acknowledge;
import org.apache.flink.runtime.operators.coordination.CoordinatorStore;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator.SubtaskGateway;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;

/**
 * Where, in the job manager, one who tells and all who are told meet. What comes here before a checkpoint begins comes to all
 * receivers before it, and what comes later to none (so it is with all that Flink's coordinators send), hence all receivers
 * are told the same in each checkpoint. It is called by the job manager's main thread alone.
 */
final class Relay {
  private final SortedMap<Integer, SubtaskGateway> receivers = new TreeMap<>();
  private final List<OperatorEvent> waiting = new ArrayList<>();
  private final SortedMap<Long, Long> lastByCheckpoint = new TreeMap<>();
  private Optional<SubtaskGateway> teller = Optional.empty();
  private long last;
  private long held;
  private boolean complete;

  /** The one of a job. */
  static Relay of(CoordinatorStore store) {
    return (Relay)
        store.compute(Relay.class.getName(), (key, known) -> known == null ? new Relay() : known);
  }

  void setTeller(SubtaskGateway gateway) {
    teller = Optional.of(gateway);
  }

  void removeTeller() {
    teller = Optional.empty();
  }

  /** A receiver is there, and is told what it would miss. */
  void join(SubtaskGateway receiver, int receiversInAll) {
    receivers.put(receiver.getSubtask(), receiver);
    waiting.forEach(event -> send(receiver, event));
    complete = receivers.size() == receiversInAll;
    if (complete) {
      waiting.clear();
    }
  }

  void leave(int receiver) {
    receivers.remove(receiver);
    complete = false;
  }

  /** Tells all receivers, those that are not there yet when they are. */
  void tell(OperatorEvent event) {
    last = Told.of(event).number();
    receivers.values().forEach(receiver -> send(receiver, event));
    if (!complete) {
      waiting.add(event);
    }
  }

  /** After a restore the teller says again what counts. */
  void reset() {
    waiting.clear();
    lastByCheckpoint.clear();
    last = 0;
    held = 0;
  }

  void begin(long checkpoint) {
    lastByCheckpoint.put(checkpoint, last);
  }

  void abort(long checkpoint) {
    lastByCheckpoint.remove(checkpoint);
  }

  /** The teller need not keep what a complete checkpoint holds. */
  void complete(long checkpoint) {
    long now = lastByCheckpoint.getOrDefault(checkpoint, 0L);
    lastByCheckpoint.headMap(checkpoint + 1).clear();
    if (now > held) {
      held = now;
      teller.ifPresent(gateway -> send(gateway, new Held(now)));
    }
  }

  /** An event that is lost fails the task that it was sent to, so nobody need look at what comes back. */
  private static void send(SubtaskGateway gateway, OperatorEvent event) {
    CompletableFuture<Acknowledge> ignored = gateway.sendEvent(event);
  }
}
