package dev.wend.job.journey;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a customer in whom nothing waits is forgotten: a time without events after the last one, which is in
 * [last, last + retention). An instance and a partial match wait, also beyond that; a moment of a trigger by the clock that is
 * to come does not.
 */
final class ProfileRetention {
  private final long retention;

  /** A retention in event time; {@link Timeline#FOREVER} forgets nobody. */
  ProfileRetention(Duration retention) {
    this.retention = retention.toMillis();
  }

  /** The moment at which the customer is forgotten, if nothing comes before; {@link Instance#NEVER} while something waits. */
  long moment(Customer customer) {
    boolean kept =
        retention == Instance.NEVER
            || !customer.instances().isEmpty()
            || customer.lastEvent() == Long.MIN_VALUE
            || customer.isEmptyButForMessages();
    return kept
        ? Instance.NEVER
        : Math.max(
            Times.plus(customer.lastEvent(), retention), customer.lastPartialMatchForgotten());
  }

  /**
   * Whether the customer is to be forgotten before its next step: what is due at the very moment finds it forgotten already,
   * except a trigger by the clock for which a partial match has waited until then.
   *
   * @param before the earlier of the next event and the time up to which the customer is carried
   * @param nextByClock the next moment of a trigger by the clock
   */
  boolean isDue(Customer customer, long before, LongSupplier nextByClock) {
    long moment = moment(customer);
    if (moment > before || moment == Instance.NEVER) {
      return false;
    }
    long next = nextByClock.getAsLong();
    return moment < next || (moment == next && customer.lastPartialMatchForgotten() < moment);
  }
}
