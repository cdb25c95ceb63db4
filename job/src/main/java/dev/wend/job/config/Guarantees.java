package dev.wend.job.config;

import java.time.Duration;

/**
 * What holds for all sinks.
 *
 * @param checkpointInterval between the beginnings of two checkpoints
 * @param transactionTimeout how long a broker keeps a transaction open; longer than the interval
 */
public record Guarantees(
    Delivery delivery, Duration checkpointInterval, Duration transactionTimeout) {
  /** Whether records are written in transactions. */
  public boolean isExactlyOnce() {
    return delivery == Delivery.EXACTLY_ONCE;
  }
}
