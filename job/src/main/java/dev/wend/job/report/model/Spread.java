package dev.wend.job.report.model;

/**
 * How durations are spread, milliseconds.
 *
 * @param count how many are known; 0 where none is, and all else is 0 too
 * @param p50 half of them are not longer
 * @param p90 nine of ten are not longer
 */
public record Spread(long count, long min, long p50, long p90, long max) {
  /** Of no duration at all. */
  public static final Spread NONE = new Spread(0, 0, 0, 0, 0);
}
