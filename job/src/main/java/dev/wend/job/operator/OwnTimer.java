package dev.wend.job.operator;

import dev.wend.job.journey.Instance;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * The timer by which a customer is carried where no event comes. It is moved to earlier moments at once, to later ones only
 * when it has fired: one that fires too early costs less than one that is moved with every event.
 */
final class OwnTimer {
  private final InternalTimerService<VoidNamespace> timers;
  private final SpilledEvents spilled;
  private final CurrentCustomer current;

  OwnTimer(
      InternalTimerService<VoidNamespace> timers, SpilledEvents spilled, CurrentCustomer current) {
    this.timers = timers;
    this.spilled = spilled;
    this.current = current;
  }

  /**
   * Sees to it that the customer is carried at {@code wanted} or before.
   *
   * @param set the timer that was set last, epoch milliseconds
   * @param wanted epoch milliseconds, {@link Instance#NEVER} for not at all
   * @return the timer that is set now
   */
  long set(String customerId, long set, long wanted, Reach reach) {
    if (reach.isAhead(set) && set <= wanted) {
      return set;
    }
    delete(customerId, set, reach);
    if (wanted != Instance.NEVER) {
      current.is(customerId);
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, wanted);
    }
    return wanted;
  }

  /** Sets the timer of the customer to {@code wanted} instead of {@code set}, which may have fired. */
  void replace(String customerId, long set, long wanted) {
    current.is(customerId);
    if (set > timers.currentWatermark() && set != Instance.NEVER && !spilled.mayComeFrom(set)) {
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, set);
    }
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, wanted);
  }

  /** Deletes it where it would still fire; one at the time of a spilled event may be that one's. */
  void delete(String customerId, long set, Reach reach) {
    boolean fires = reach.isAboutToFire(set) || (reach.isAhead(set) && !spilled.mayComeFrom(set));
    if (fires) {
      current.is(customerId);
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, set);
    }
  }
}
