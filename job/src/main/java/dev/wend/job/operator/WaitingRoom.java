package dev.wend.job.operator;

import dev.wend.event.CustomerEvent;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.PendingEvents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The events that wait for the watermark, on the heap: each customer with its own, in the row of the second in which the first
 * of them is due. A watermark touches no rows but those that it reaches.
 */
final class WaitingRoom {
  private static final long ROW = 1_000;
  private static final long NO_ROW = Long.MAX_VALUE;

  private final long budget;
  private final Map<String, Waiting> customers = new HashMap<>();
  private final NavigableMap<Long, List<Waiting>> rows = new TreeMap<>();

  /** Those whom a watermark has reached; who has left the room meanwhile, or has come to wait for longer, is passed over. */
  private final Deque<Waiting> reached = new ArrayDeque<>();

  private final boolean isOrdered;
  private long mark = Long.MIN_VALUE;
  private long bytes;

  /** A customer and the events that wait for it. */
  static final class Waiting {
    private final String customerId;
    private final PendingEvents events = new PendingEvents();
    private long bytes = EventSize.OF_CUSTOMER;

    private long next = Instance.NEVER;
    private boolean inside;

    /** The row in which it is to be looked for; it may still stand in others. */
    private long row = NO_ROW;

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
    if (watermark > mark) {
      reach(watermark);
    }
    while (!reached.isEmpty()) {
      Waiting first = reached.peekFirst();
      if (first.inside && first.next <= watermark) {
        return Optional.of(first);
      }
      reached.removeFirst();
    }
    return Optional.empty();
  }

  /** The last row may be reached in part. */
  private void reach(long watermark) {
    mark = watermark;
    while (!rows.isEmpty() && rows.firstKey() * ROW <= watermark) {
      long row = rows.firstKey();
      List<Waiting> left = new ArrayList<>();
      for (Waiting waiting : rows.pollFirstEntry().getValue()) {
        if (waiting.inside && waiting.row == row) {
          if (waiting.next <= watermark) {
            waiting.row = NO_ROW;
            reached.addLast(waiting);
          } else {
            left.add(waiting);
          }
        }
      }
      if (!left.isEmpty()) {
        rows.put(row, left);
        return;
      }
    }
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
    waiting.next = waiting.events.nextTimestamp();
    long row = Math.floorDiv(waiting.next, ROW);
    if (waiting.next <= mark) {
      waiting.row = NO_ROW;
      reached.addLast(waiting);
    } else if (isOrdered && waiting.row != row) {
      waiting.row = row;
      rows.computeIfAbsent(row, none -> new ArrayList<>()).add(waiting);
    }
  }
}
