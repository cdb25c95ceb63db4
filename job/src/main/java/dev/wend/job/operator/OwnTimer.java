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

  OwnTimer(InternalTimerService<VoidNamespace> timers, SpilledEvents spilled) {
    this.timers = timers;
    this.spilled = spilled;
  }

  /**
   * Sees to it that the current customer is carried at {@code wanted} or before.
   *
   * @param set the timer that was set last, epoch milliseconds
   * @param wanted epoch milliseconds, {@link Instance#NEVER} for not at all
   * @return the timer that is set now
   */
  long set(long set, long wanted, Reach reach) {
    if (reach.isAhead(set) && set <= wanted) {
      return set;
    }
    delete(set, reach);
    if (wanted != Instance.NEVER) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, wanted);
    }
    return wanted;
  }

  /** Sets the timer of the current customer to {@code wanted} instead of {@code set}, which may have fired. */
  void replace(long set, long wanted) {
    if (set > timers.currentWatermark() && set != Instance.NEVER && !spilled.mayComeFrom(set)) {
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, set);
    }
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, wanted);
  }

  /** Deletes it where it would still fire; one at the time of a spilled event may be that one's. */
  void delete(long set, Reach reach) {
    boolean fires = reach.isAboutToFire(set) || (reach.isAhead(set) && !spilled.mayComeFrom(set));
    if (fires) {
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, set);
    }
  }
}
