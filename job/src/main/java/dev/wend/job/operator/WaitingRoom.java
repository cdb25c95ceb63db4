package dev.wend.job.operator;

import dev.wend.event.CustomerEvent;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.PendingEvents;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The events that wait for the watermark, on the heap: each customer with its own, found when the first of them is due.
 */
final class WaitingRoom {
  private final long budget;
  private final Map<String, Waiting> customers = new HashMap<>();
  private final DueRows<Waiting> rows = new DueRows<>(waiting -> waiting.next);
  private final boolean isOrdered;
  private long bytes;

  /** A customer and the events that wait for it. */
  static final class Waiting {
    private final String customerId;
    private final PendingEvents events = new PendingEvents();
    private long bytes = EventSize.OF_CUSTOMER;

    /** When its first event is due, while it is inside. */
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
    this(budget, true);
  }

  private WaitingRoom(long budget, boolean isOrdered) {
    this.budget = budget;
    this.isOrdered = isOrdered;
  }

  /** A room for one customer at a time, who is carried when all of its events are there: nobody is ever due. */
  static WaitingRoom forOne() {
    return new WaitingRoom(Long.MAX_VALUE, false);
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
    return rows.due(watermark);
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
      place(waiting);
    }
  }

  /** Forgets a customer's events. */
  void leave(Waiting waiting) {
    if (waiting.inside) {
      waiting.inside = false;
      waiting.next = Instance.NEVER;
      customers.remove(waiting.customerId);
      bytes -= waiting.bytes;
    }
  }

  private void enter(Waiting waiting) {
    waiting.inside = true;
    place(waiting);
    customers.put(waiting.customerId, waiting);
    bytes += waiting.bytes;
  }

  private void place(Waiting waiting) {
    long former = waiting.next;
    waiting.next = waiting.events.nextTimestamp();
    if (isOrdered) {
      rows.put(waiting, former, waiting.next);
    }
  }
}
