package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Entrance;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Fires the triggers by the clock, in order of (time, scenario id, document order). What is due at a time is found out before
 * its first step: a change of the profile at that time counts for moments after it.
 */
final class Clock {
  private final ScenarioRegistry scenarios;
  private final Occasions occasions;
  private final Entries entries;
  private final BitSet found = new BitSet();
  private final Deque<Due> due = new ArrayDeque<>();

  /** The triggers of one scenario that are due at one moment. */
  private record Due(CompiledScenario scenario, List<Entrance> entrances) {}

  Clock(ScenarioRegistry scenarios, Occasions occasions, Entries entries) {
    this.scenarios = scenarios;
    this.occasions = occasions;
    this.entries = entries;
  }

  /** The next moment at which a trigger is due, {@link Instance#NEVER} where none is. */
  long next(Customer customer) {
    return occasions.clock().next(customer, customer.carriedTo());
  }

  /**
   * Finds what is due, if {@code now} is a new time for the customer.
   *
   * @param next the {@link #next} moment as it was before
   */
  void startOf(Customer customer, long now, long next) {
    if (now == customer.carriedTo()) {
      return;
    }
    if (next == now) {
      found.clear();
      occasions.clock().find(customer, now, found);
      for (int position = found.nextSetBit(0);
          position >= 0;
          position = found.nextSetBit(position + 1)) {
        CompiledScenario scenario = scenarios.running().get(position);
        due.addLast(new Due(scenario, ClockTriggers.due(scenario, customer, now)));
      }
    }
    customer.setCarriedTo(now);
  }

  /** Whether nothing is due any more at this time. */
  boolean isDone() {
    return due.isEmpty();
  }

  /** Fires the next trigger that is due; of one scenario at most one lets the customer enter. */
  void fireNext(Customer customer, long now) {
    Due next = due.removeFirst();
    entries.consider(customer, next.scenario(), next.entrances(), Cause.byClock(now));
  }
}
