package dev.wend.job.operator;

import dev.wend.event.CustomerEvent;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.PendingEvents;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.runtime.state.heap.AbstractHeapPriorityQueueElement;
import org.apache.flink.runtime.state.heap.HeapPriorityQueue;

/**
 * The events that wait for the watermark, on the heap: each customer with its own, the customer whose event is due first in
 * front. A watermark touches nothing but what it makes due.
 */
final class WaitingRoom {
  /** The bytes of events, as estimated, beyond which a subtask keeps no more here. */
  static final long BUDGET = 64L << 20;

  private static final int FEW = 128;

  private final long budget;
  private final Map<String, Waiting> customers = new HashMap<>();
  private final HeapPriorityQueue<Waiting> byTime =
      new HeapPriorityQueue<>((left, right) -> Long.compare(left.next, right.next), FEW);
  private long bytes;

  /** A customer and the events that wait for it. */
  static final class Waiting extends AbstractHeapPriorityQueueElement {
    private final String customerId;
    private final PendingEvents events = new PendingEvents();
    private long bytes = EventSize.OF_CUSTOMER;

    /** Its place in the order; {@link Instance#NEVER} outside the room. */
    private long next = Instance.NEVER;

    private boolean inside;

    private Waiting(String customerId) {
      this.customerId = customerId;
    }

    String customerId() {
      return customerId;
    }

    /** Taken from while the customer is carried. */
    PendingEvents events() {
      return events;
    }
  }

  /**
   * An empty room.
   *
   * @param budget bytes of events beyond which it is full
   */
  WaitingRoom(long budget) {
    this.budget = budget;
  }

  /** Whether what comes now is to be kept elsewhere. */
  boolean isFull() {
    return bytes >= budget;
  }

  /** The estimated bytes of all that is here. */
  long bytes() {
    return bytes;
  }

  /** Everybody in the room, in no order that means anything. */
  Collection<Waiting> customers() {
    return customers.values();
  }

  /**
   * Lets an event wait, also where the room is full.
   *
   * @return whether no event of its customer waited before
   */
  boolean add(CustomerEvent event) {
    Waiting waiting = of(event.customerId());
    boolean first = !waiting.inside;
    add(waiting, event);
    settle(waiting);
    return first;
  }

  /** Lets an event wait for a customer that is being carried; {@link #settle} is called afterwards. */
  void add(Waiting waiting, CustomerEvent event) {
    long size = EventSize.of(event);
    waiting.events.add(event);
    waiting.bytes += size;
    bytes += waiting.inside ? size : 0;
  }

  /** The customer as it waits; where none of its events do, one that is not in the room. */
  Waiting of(String customerId) {
    Waiting known = customers.get(customerId);
    return known == null ? new Waiting(customerId) : known;
  }

  /** A customer with an event that is due at {@code watermark}, epoch milliseconds. */
  Optional<Waiting> due(long watermark) {
    Waiting first = byTime.peek();
    return first == null || first.next > watermark ? Optional.empty() : Optional.of(first);
  }

  /** Finds the place of a customer whose events have changed, and lets go of those that were taken. */
  void settle(Waiting waiting) {
    PendingEvents events = waiting.events;
    if (events.size() == 0) {
      leave(waiting);
      return;
    }
    for (CustomerEvent taken : events.taken()) {
      long size = EventSize.of(taken);
      waiting.bytes -= size;
      bytes -= waiting.inside ? size : 0;
    }
    events.forgetTaken();
    if (!waiting.inside) {
      enter(waiting);
    } else if (waiting.next != events.nextTimestamp()) {
      waiting.next = events.nextTimestamp();
      byTime.adjustModifiedElement(waiting);
    }
  }

  /** Forgets a customer's events. */
  void leave(Waiting waiting) {
    if (waiting.inside) {
      waiting.inside = false;
      byTime.remove(waiting);
      customers.remove(waiting.customerId);
      bytes -= waiting.bytes;
    }
  }

  private void enter(Waiting waiting) {
    waiting.inside = true;
    waiting.next = waiting.events.nextTimestamp();
    byTime.add(waiting);
    customers.put(waiting.customerId, waiting);
    bytes += waiting.bytes;
  }
}
