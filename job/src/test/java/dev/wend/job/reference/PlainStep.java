package dev.wend.job.reference;

import dev.wend.event.CustomerEvent;
import java.util.Optional;

/**
 * A step of a customer's timeline (section 5).
 *
 * @param event empty for a deadline and the clock
 * @param depth 0 for a deadline, the clock and an event from outside
 * @param internalEvents how many internal events go back to the step of depth 0
 */
record PlainStep(long time, Optional<CustomerEvent> event, int depth, Counter internalEvents) {
  /** A number that grows. */
  static final class Counter {
    int value;
  }

  static PlainStep byClock(long time) {
    return new PlainStep(time, Optional.empty(), 0, new Counter());
  }

  static PlainStep from(CustomerEvent outside) {
    return new PlainStep(outside.timestamp(), Optional.of(outside), 0, new Counter());
  }
}
