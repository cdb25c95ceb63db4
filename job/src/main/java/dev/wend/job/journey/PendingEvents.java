package dev.wend.job.journey;

import dev.wend.event.CustomerEvent;
import dev.wend.event.Utf8Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** The events from outside that a customer has not come to yet, in the order in which they are taken. */
public final class PendingEvents {
  /** The next one, or null; most customers wait with one event, which needs no queue. */
  private CustomerEvent first;

  /** Those behind it, or null. */
  private PriorityQueue<CustomerEvent> others;

  private List<CustomerEvent> taken = List.of();

  /** No events. */
  public PendingEvents() {}

  /** The events in any order. */
  public PendingEvents(Collection<CustomerEvent> events) {
    events.forEach(this::add);
  }

  /** By (timestamp, messageId); of two records with equal ones the smaller checksum comes first and is taken. */
  private static int compare(CustomerEvent left, CustomerEvent right) {
    int byTime = Long.compare(left.timestamp(), right.timestamp());
    if (byTime != 0) {
      return byTime;
    }
    int byId = Utf8Order.INSTANCE.compare(left.messageId(), right.messageId());
    return byId != 0 ? byId : Long.compare(left.checksum(), right.checksum());
  }

  /** One more. */
  public void add(CustomerEvent event) {
    if (first == null) {
      first = event;
      return;
    }
    if (others == null) {
      others = new PriorityQueue<>(1, PendingEvents::compare);
    }
    if (compare(event, first) < 0) {
      others.add(first);
      first = event;
    } else {
      others.add(event);
    }
  }

  /** The time of the next event, epoch milliseconds; {@link Instance#NEVER} where there is none. */
  public long nextTimestamp() {
    return first == null ? Instance.NEVER : first.timestamp();
  }

  /** What is left, in the order in which it will be taken. */
  public List<CustomerEvent> remaining() {
    return all().sorted(PendingEvents::compare).toList();
  }

  private Stream<CustomerEvent> all() {
    return Stream.concat(
        Stream.ofNullable(first), Stream.ofNullable(others).flatMap(Collection::stream));
  }

  /** What was taken since the last call of {@link #forgetTaken}, in that order. */
  public List<CustomerEvent> taken() {
    return taken;
  }

  /** Lets go of what was taken. */
  public void forgetTaken() {
    taken = List.of();
  }

  /** Puts back what was taken. */
  public void putBack() {
    taken.forEach(this::add);
    forgetTaken();
  }

  /** Takes all up to {@code timestamp}, epoch milliseconds, inclusive. */
  public void takeUpTo(long timestamp) {
    while (nextTimestamp() <= timestamp && size() > 0) {
      next();
    }
  }

  /** Whether one of them happened at {@code timestamp}. */
  public boolean hasAny(long timestamp) {
    return all().anyMatch(event -> event.timestamp() == timestamp);
  }

  /** How many are left. */
  public int size() {
    return (first == null ? 0 : 1) + (others == null ? 0 : others.size());
  }

  CustomerEvent next() {
    CustomerEvent next = first;
    first = others == null ? null : others.poll();
    if (taken.isEmpty()) {
      taken = new ArrayList<>(1);
    }
    taken.add(next);
    return next;
  }
}
