package dev.wend.connectors.kafka;

import java.io.Serializable;
import java.time.Instant;

/** Where a job that restores no state begins to read a partition. */
public sealed interface StartFrom extends Serializable {
  /** With the oldest message. */
  record Earliest() implements StartFrom {}

  /** Behind the newest message. */
  record Latest() implements StartFrom {}

  /** With the first message whose record timestamp is not before {@code instant}; behind the newest if there is none. */
  record Timestamp(Instant instant) implements StartFrom {}

  /** Where the group stands; with the oldest message where it stands nowhere, so that nothing is missed. */
  record Committed() implements StartFrom {}
}
