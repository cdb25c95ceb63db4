package dev.wend.job.compare;

import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What the events of one customer were. */
final class KnownEvents {
  private final Map<Message, CustomerEvent> events = new HashMap<>();

  private record Message(String id, long timestamp) {}

  KnownEvents(Collection<CustomerEvent> all) {
    for (CustomerEvent event : all) {
      events.merge(
          new Message(event.messageId(), event.timestamp()),
          event,
          (one, other) -> one.checksum() <= other.checksum() ? one : other);
    }
  }

  /** The kind of an event that was taken. */
  EventKind get(String messageId, long timestamp) {
    return events.get(new Message(messageId, timestamp)).kind();
  }
}
