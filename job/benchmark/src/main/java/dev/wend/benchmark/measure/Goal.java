package dev.wend.benchmark.measure;

import java.util.concurrent.CompletableFuture;

/**
 * How far readers are to read; they hold there until there is another goal.
 *
 * @param records that each reader hands on in all, if it has so many
 * @param mark the watermark behind them, epoch milliseconds
 * @param passed completes when there is another goal
 */
record Goal(long records, long mark, CompletableFuture<Void> passed) {

  static Goal of(long records, long mark) {
    return new Goal(records, mark, new CompletableFuture<>());
  }

  /** All that there is. */
  static Goal all(long mark) {
    return of(Long.MAX_VALUE, mark);
  }
}
