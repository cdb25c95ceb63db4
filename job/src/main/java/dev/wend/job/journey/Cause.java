package dev.wend.job.journey;

import dev.wend.event.CustomerEvent;
import java.util.Optional;

/**
 * What moves an instance.
 *
 * @param timestamp epoch milliseconds
 * @param messageId of the event; empty for a deadline or the clock
 */
record Cause(long timestamp, Optional<String> messageId, Cascade cascade) {
  static Cause byClock(long timestamp) {
    return new Cause(timestamp, Optional.empty(), Cascade.root());
  }

  static Cause by(CustomerEvent event, Cascade cascade) {
    return new Cause(event.timestamp(), Optional.of(event.messageId()), cascade);
  }
}
