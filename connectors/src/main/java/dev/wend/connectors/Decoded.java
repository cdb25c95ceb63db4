package dev.wend.connectors;

import dev.wend.event.CustomerEvent;

/** What became of a record (SEMANTICS.md section 1). */
public sealed interface Decoded {
  /** The record is an event. */
  record Event(CustomerEvent event) implements Decoded {}

  /**
   * The record goes to the dead-letter output.
   *
   * @param detail what is wrong with it, in words
   */
  record Rejected(DeadLetterReason reason, String detail) implements Decoded {}
}
