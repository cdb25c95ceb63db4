package dev.wend.job.journey;

import java.time.Duration;

/** Sums of event times that never overflow: what lies beyond the end of time is {@link Instance#NEVER}. */
final class Times {
  private Times() {}

  static long plus(long timestamp, long millis) {
    long sum = timestamp + millis;
    boolean overflow = millis > 0 && sum < timestamp;
    return overflow ? Instance.NEVER : sum;
  }

  static long plus(long timestamp, Duration duration) {
    return plus(timestamp, duration.toMillis());
  }
}
