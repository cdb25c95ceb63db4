package dev.wend.job.operator;

import dev.wend.event.CustomerEvent;

/** About how many bytes of the heap events take while they wait. */
final class EventSize {
  /** What a customer takes besides its events. */
  static final long OF_CUSTOMER = 250;

  private static final long BARE = 350;

  private EventSize() {}

  /** The bytes of an event, with all of the record in which its properties are held. */
  static long of(CustomerEvent event) {
    return BARE
        + event.messageId().length()
        + event.customerId().length()
        + event.name().length()
        + event.propertiesJson().capacity();
  }
}
