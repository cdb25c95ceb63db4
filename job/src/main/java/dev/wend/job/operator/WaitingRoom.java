package dev.wend.job.operator;

import dev.wend.event.CustomerEvent;
import dev.wend.job.journey.PendingEvents;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The events that wait for the watermark, on the heap: each customer with its own, found when the first of them is due.
 */
final class WaitingRoom {
  private final long budget;
  private final Seats seats = new Seats();
  private final ToIntFunction<String> glance;
  private final TimingWheel wheel = new TimingWheel(new Occupied());
  private final boolean isOrdered;
  private long bytes;

  /** A customer and the events that wait for it. */
  static final class Waiting {
    private final String customerId;
    private final PendingEvents events = new PendingEvents();
    private long bytes = EventSize.OF_CUSTOMER;
    private int seat = Seats.NONE;

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

    private boolean isInside() {
      return seat != Seats.NONE;
    }
  }

  /** Seats as items of the wheel. */
  private final class Occupied implements TimingWheel.Items {
    @Override
    public long moment(long seat) {
      return seats.moment((int) seat);
    }

    @Override
    public int glance(long seat) {
      Waiting waiting = seats.at((int) seat);
      return waiting == null
          ? 0
          : (int) waiting.events.nextTimestamp() + glance.applyAsInt(waiting.customerId);
    }
  }

  /**
   * An empty room.
   *
   * @param budget bytes of events beyond which it is full
   * @param glance at a customer whose turn comes soon; see {@link KnownCustomers#glance}
   */
  WaitingRoom(long budget, ToIntFunction<String> glance) {
    this(budget, glance, true);
  }

  private WaitingRoom(long budget, ToIntFunction<String> glance, boolean isOrdered) {
    this.budget = budget;
    this.glance = glance;
    this.isOrdered = isOrdered;
  }

  /** A room for one customer at a time, who is carried when all of its events are there: nobody is ever due. */
  static WaitingRoom forOne() {
    return new WaitingRoom(Long.MAX_VALUE, customerId -> 0, false);
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
  Stream<Waiting> customers() {
    return seats.all();
  }

  /**
   * Lets an event wait, also where the room is full.
   *
   * @return whether no event of its customer waited before
   */
  boolean add(CustomerEvent event) {
    Waiting waiting = of(event.customerId());
    boolean first = !waiting.isInside();
    add(waiting, event);
    settle(waiting);
    return first;
  }

  /** Lets an event wait for a customer that is being carried; {@link #settle} is called afterwards. */
  void add(Waiting waiting, CustomerEvent event) {
    long size = EventSize.of(event);
    waiting.events.add(event);
    waiting.bytes += size;
    bytes += waiting.isInside() ? size : 0;
  }

  /** The customer as it waits; where none of its events do, one that is not in the room. */
  Waiting of(String customerId) {
    Waiting known = seats.find(customerId);
    return known == null ? new Waiting(customerId) : known;
  }

  /** A customer with an event that is due at {@code watermark}, epoch milliseconds. */
  Optional<Waiting> due(long watermark) {
    long seat = wheel.due(watermark);
    return seat == TimingWheel.NONE ? Optional.empty() : Optional.of(seats.at((int) seat));
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
      bytes -= waiting.isInside() ? size : 0;
    }
    events.forgetTaken();
    if (!waiting.isInside()) {
      enter(waiting);
    }
    place(waiting);
  }

  /** Forgets a customer's events. */
  void leave(Waiting waiting) {
    if (waiting.isInside()) {
      seats.leave(waiting.seat);
      waiting.seat = Seats.NONE;
      bytes -= waiting.bytes;
    }
  }

  private void enter(Waiting waiting) {
    waiting.seat = seats.take(waiting);
    bytes += waiting.bytes;
  }

  private void place(Waiting waiting) {
    long former = seats.moment(waiting.seat);
    long next = waiting.events.nextTimestamp();
    if (next != former) {
      seats.setMoment(waiting.seat, next);
      if (isOrdered) {
        wheel.put(waiting.seat, former, next);
      }
    }
  }
}
