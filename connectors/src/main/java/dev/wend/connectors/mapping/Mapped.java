package dev.wend.connectors.mapping;

import dev.wend.connectors.Decoded;
import dev.wend.event.CustomerEvent;

/** What a mapping makes of a row. */
public sealed interface Mapped {
  /** An event by itself. */
  record Event(CustomerEvent event) implements Mapped {}

  /** A line of an event. */
  record Line(GroupedLine line) implements Mapped {}

  /** A dead letter. */
  record Rejected(Decoded.Rejected rejected) implements Mapped {}
}
