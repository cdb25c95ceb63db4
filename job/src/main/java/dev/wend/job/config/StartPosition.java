package dev.wend.job.config;

import java.time.Instant;

/** From where a job that is not restored reads. */
public sealed interface StartPosition {
  /** From the first record there is. */
  record Earliest() implements StartPosition {}

  /** From the first record that comes after the start. */
  record Latest() implements StartPosition {}

  /** From where the consumer group left off, from the first record of partitions that it does not know. */
  record Committed() implements StartPosition {}

  /** From the first record with that record timestamp or a later one. */
  record From(Instant timestamp) implements StartPosition {}
}
