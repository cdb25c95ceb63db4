package dev.wend.job.operator;

import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.WaitingRoom.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * The events for which the waiting room has no place: in keyed state, with a timer each. They are only looked for up to the
 * time of the last of them.
 */
final class SpilledEvents {
  private static final long NONE = Long.MIN_VALUE;

  private final ListState<CustomerEvent> events;
  private final InternalTimerService<VoidNamespace> timers;
  private final ListState<Long> kept;
  private final CurrentCustomer current;
  private long first = Long.MAX_VALUE;
  private long last = NONE;

  /** Those of all customers, in {@code events}. */
  SpilledEvents(
      ListState<CustomerEvent> events,
      InternalTimerService<VoidNamespace> timers,
      CurrentCustomer current,
      OperatorStateStore store)
      throws Exception {
    this.events = events;
    this.timers = timers;
    this.current = current;
    this.kept =
        store.getUnionListState(
            new ListStateDescriptor<>("spilled-events", LongSerializer.INSTANCE));
  }

  /**
   * Finds out up to which time there are any. A job of a former release, which kept all of them here, did not note it.
   *
   * @param state of which every customer with such events has a value
   */
  void restore(KeyedStateBackend<String> backend, String state) throws Exception {
    boolean noted = false;
    for (long time : kept.get()) {
      noted = true;
      note(NONE, time);
    }
    if (!noted) {
      try (Stream<String> customers = backend.getKeys(state, VoidNamespace.INSTANCE)) {
        for (String customer : (Iterable<String>) customers::iterator) {
          backend.setCurrentKey(customer);
          events.get().forEach(event -> note(event.timestamp(), event.timestamp()));
        }
      }
    }
  }

  /** Keeps an event. */
  void add(CustomerEvent event) throws Exception {
    current.is(event.customerId());
    events.add(event);
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, event.timestamp());
    note(event.timestamp(), event.timestamp());
  }

  /** Whether an event of some customer may be here that is not newer than {@code timestamp}, epoch milliseconds. */
  boolean mayBeDue(long timestamp) {
    return first <= timestamp && last != NONE;
  }

  /** Whether an event of some customer may be here that is not older than {@code timestamp}, epoch milliseconds. */
  boolean mayComeFrom(long timestamp) {
    return timestamp <= last;
  }

  /**
   * Moves a customer's events up to {@code timestamp}, epoch milliseconds, into the room.
   *
   * @return those events
   */
  List<CustomerEvent> moveInto(WaitingRoom room, Waiting waiting, long timestamp) throws Exception {
    if (!mayBeDue(timestamp)) {
      return List.of();
    }
    current.is(waiting.customerId());
    Iterable<CustomerEvent> all = events.get();
    if (all == null) {
      return List.of();
    }
    List<CustomerEvent> moved = new ArrayList<>();
    List<CustomerEvent> left = new ArrayList<>();
    all.forEach(event -> (event.timestamp() <= timestamp ? moved : left).add(event));
    if (!moved.isEmpty()) {
      moved.forEach(event -> room.add(waiting, event));
      events.update(left);
    }
    return moved;
  }

  /** Deletes the timers of events that were taken; otherwise each of them would have the customer read once more. */
  void deleteTimers(List<CustomerEvent> moved, Reach reach) {
    for (CustomerEvent event : moved) {
      if (event.timestamp() <= reach.until() && event.timestamp() != reach.fired()) {
        current.is(event.customerId());
        timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, event.timestamp());
      }
    }
  }

  /** All events up to {@code watermark}, epoch milliseconds, were taken. */
  void forgetUpTo(long watermark) {
    if (last <= watermark) {
      first = Long.MAX_VALUE;
      last = NONE;
    }
  }

  /** Notes up to which time there may be any. */
  void keep() throws Exception {
    kept.update(List.of(last));
  }

  private void note(long from, long to) {
    if (to != NONE) {
      first = Math.min(first, from);
      last = Math.max(last, to);
    }
  }
}
