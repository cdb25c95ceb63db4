package dev.wend.connectors.kafka;

import java.time.Duration;
import java.util.OptionalLong;

/** How far one partition was read. */
final class PartitionProgress {
  /** Stands where there is no time yet. */
  static final long NO_TIME = Long.MIN_VALUE;

  private long nextOffset;
  private long newest;
  private long surveyedOffset;
  private long surveyedAt;

  /**
   * A partition before anything is read of it.
   *
   * @param nextOffset where reading begins; negative where Kafka decides
   * @param newest the newest timestamp read before
   * @param now epoch milliseconds
   */
  PartitionProgress(long nextOffset, OptionalLong newest, long now) {
    this.nextOffset = nextOffset;
    this.newest = newest.orElse(NO_TIME);
    this.surveyedOffset = nextOffset;
    this.surveyedAt = now;
  }

  /** An event was read. */
  void event(long timestamp) {
    newest = Math.max(newest, timestamp);
  }

  /** A message was read, whatever was in it. */
  void read(long offsetBehind) {
    nextOffset = offsetBehind;
  }

  long nextOffset() {
    return nextOffset;
  }

  OptionalLong newest() {
    return newest == NO_TIME ? OptionalLong.empty() : OptionalLong.of(newest);
  }

  /** No event up to this time is expected any more; {@link #NO_TIME} before the first. */
  long mark(Duration outOfOrderness) {
    return newest == NO_TIME ? NO_TIME : newest - outOfOrderness.toMillis() - 1;
  }

  /** Notes what came since it was last asked, and tells whether that has been nothing for so long. */
  boolean isQuiet(long now, Duration idleAfter) {
    if (nextOffset != surveyedOffset) {
      surveyedOffset = nextOffset;
      surveyedAt = now;
    }
    return now - surveyedAt >= idleAfter.toMillis();
  }
}
