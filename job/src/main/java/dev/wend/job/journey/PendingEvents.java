package dev.wend.job.journey;

import dev.wend.event.CustomerEvent;
import dev.wend.event.Utf8Order;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The events from outside that a customer has not come to yet, in the order in which they are taken. */
public final class PendingEvents {
  /** By (timestamp, messageId); of two records with equal ones the smaller checksum comes first and is taken. */
  private static final Comparator<CustomerEvent> ORDER =
      Comparator.comparingLong(CustomerEvent::timestamp)
          .thenComparing(CustomerEvent::messageId, Utf8Order.INSTANCE)
          .thenComparingLong(CustomerEvent::checksum);

  private final PriorityQueue<CustomerEvent> queue = new PriorityQueue<>(ORDER);

  /** The events in any order. */
  public PendingEvents(Collection<CustomerEvent> events) {
    queue.addAll(events);
  }

  /** The time of the next event, epoch milliseconds; {@link Instance#NEVER} where there is none. */
  public long nextTimestamp() {
    CustomerEvent next = queue.peek();
    return next == null ? Instance.NEVER : next.timestamp();
  }

  /** What is left, in the order in which it will be taken. */
  public List<CustomerEvent> remaining() {
    return queue.stream().sorted(ORDER).toList();
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
    return queue.remove();
  }
}
