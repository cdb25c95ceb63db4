package dev.wend.job.relay;

import org.apache.flink.runtime.operators.coordination.OperatorEvent;

/**
 * A checkpoint is complete that holds what was told.
 *
 * @param number up to which one
 */
record Held(long number) implements OperatorEvent {
  /** A later one says as much, and a task that ends needs none. */
  @Override
  public boolean isLossTolerant() {
    return true;
  }
}
