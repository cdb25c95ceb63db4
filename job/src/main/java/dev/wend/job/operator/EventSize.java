package dev.wend.job.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.CustomerEvent;

/** About how many bytes of the heap events take while they wait. */
final class EventSize {
  /** What a customer takes besides its events. */
  static final long OF_CUSTOMER = 250;

  private static final long BARE = 250;
  private static final long CONTAINER = 150;
  private static final long ENTRY = 50;
  private static final long VALUE = 24;

  private EventSize() {}

  /** The bytes of an event; the same event always has the same size. */
  static long of(CustomerEvent event) {
    return BARE
        + event.messageId().length()
        + event.customerId().length()
        + event.name().length()
        + of(event.properties());
  }

  private static long of(JsonNode value) {
    if (!value.isContainerNode()) {
      return value.isTextual() ? 2 * VALUE + value.textValue().length() : VALUE;
    }
    long bytes = CONTAINER;
    for (JsonNode part : value) {
      bytes += ENTRY + of(part);
    }
    return bytes;
  }
}
