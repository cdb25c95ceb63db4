package dev.wend.job.journey;

import dev.wend.event.CustomerEvent;
import dev.wend.event.Utf8Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;

/** The events from outside that a customer has not come to yet, in the order in which they are taken. */
public final class PendingEvents {
  private final PriorityQueue<CustomerEvent> queue = new PriorityQueue<>(1, PendingEvents::compare);
  private final List<CustomerEvent> taken = new ArrayList<>(0);

  /** No events. */
  public PendingEvents() {}

  /** The events in any order. */
  public PendingEvents(Collection<CustomerEvent> events) {
    queue.addAll(events);
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
    queue.add(event);
  }

  /** The time of the next event, epoch milliseconds; {@link Instance#NEVER} where there is none. */
  public long nextTimestamp() {
    CustomerEvent next = queue.peek();
    return next == null ? Instance.NEVER : next.timestamp();
  }

  /** What is left, in the order in which it will be taken. */
  public List<CustomerEvent> remaining() {
    return queue.stream().sorted(PendingEvents::compare).toList();
  }

  /** What was taken since the last call of {@link #forgetTaken}, in that order. */
  public List<CustomerEvent> taken() {
    return taken;
  }

  /** Lets go of what was taken. */
  public void forgetTaken() {
    taken.clear();
  }

  /** Puts back what was taken. */
  public void putBack() {
    queue.addAll(taken);
    taken.clear();
  }

  /** Takes all up to {@code timestamp}, epoch milliseconds, inclusive. */
  public void takeUpTo(long timestamp) {
    while (nextTimestamp() <= timestamp && size() > 0) {
      next();
    }
  }

  /** Whether one of them happened at {@code timestamp}. */
  public boolean hasAny(long timestamp) {
    return queue.stream().anyMatch(event -> event.timestamp() == timestamp);
  }

  /** How many are left. */
  public int size() {
    return queue.size();
  }

  CustomerEvent next() {
    CustomerEvent next = queue.remove();
    taken.add(next);
    return next;
  }
}
