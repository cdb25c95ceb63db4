package dev.wend.job.operator;

import dev.wend.job.journey.Instance;

/**
 * How far a customer is carried, in epoch milliseconds.
 *
 * @param fired the timer by which it is carried, {@link Instance#NEVER} for none
 * @param until the watermark to which it is carried
 * @param done the watermark to which all customers are carried, so that all timers up to it have fired
 * @param mark up to where events of this customer are late
 */
record Reach(long fired, long until, long done, long mark) {

  /** Beyond this time no timer of the customer has fired yet, and no event was taken. */
  long passed() {
    return Math.max(until, mark);
  }

  /** Whether a timer of the customer at {@code timestamp}, which was set, is going to fire up to the watermark. */
  boolean isAboutToFire(long timestamp) {
    return done < timestamp
        && timestamp <= until
        && timestamp != fired
        && timestamp != Instance.NEVER;
  }

  /** Whether a timer of the customer at {@code timestamp}, which was set, is going to fire later. */
  boolean isAhead(long timestamp) {
    return timestamp > passed() && timestamp != Instance.NEVER;
  }
}
