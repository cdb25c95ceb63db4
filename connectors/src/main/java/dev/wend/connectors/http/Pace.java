package dev.wend.connectors.http;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;

/**
 * When the next request may be sent: one after the other, and after a failure not before a pause that doubles with each
 * further one.
 */
final class Pace implements RateLimitingStrategy {
  static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);
  static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 20;

  private final int batchSize;
  private final Duration backoff;
  private final LongSupplier clock;
  private boolean inFlight;
  private int failures;
  private boolean failing;
  private long pausedUntil = Long.MIN_VALUE;

  /**
   * Without any pause.
   *
   * @param clock epoch milliseconds
   */
  Pace(int batchSize, Duration backoff, LongSupplier clock) {
    this.batchSize = batchSize;
    this.backoff = backoff;
    this.clock = clock;
  }

  /** The endpoint answered as one does that works. */
  void answered() {
    failures = 0;
    failing = false;
  }

  /** A request failed: the next one waits, at least as long as the endpoint asked for. */
  void failed(Duration retryAfter) {
    long longest = Math.max(backoff.toMillis(), LONGEST_BACKOFF.toMillis());
    long doubled = backoff.toMillis() << Math.min(failures, MOST_DOUBLINGS);
    long asked = Math.min(retryAfter.toMillis(), LONGEST_RETRY_AFTER.toMillis());
    failures++;
    pausedUntil =
        clock.getAsLong() + Math.max(asked, doubled < 0 ? longest : Math.min(doubled, longest));
  }

  /** Records were given up, so that waiting for the endpoint has had its time. */
  void gaveUp() {
    failing = true;
  }

  /** Whether records have been given up since the endpoint last answered. */
  boolean isFailing() {
    return failing;
  }

  boolean isPaused() {
    return clock.getAsLong() < pausedUntil;
  }

  /** Epoch milliseconds. */
  long pausedUntil() {
    return pausedUntil;
  }

  @Override
  public void registerInFlightRequest(RequestInfo request) {
    inFlight = true;
  }

  @Override
  public void registerCompletedRequest(ResultInfo result) {
    inFlight = false;
  }

  @Override
  public boolean shouldBlock(RequestInfo request) {
    return inFlight;
  }

  @Override
  public int getMaxBatchSize() {
    return batchSize;
  }
}
