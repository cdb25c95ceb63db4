package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Entrance;
import dev.wend.event.Profile;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.matcher.TriggerMatcher.OnAnniversary;
import dev.wend.matcher.TriggerMatcher.OnDate;
import dev.wend.matcher.TriggerMatcher.OnSegment;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.WrittenMoment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The triggers by the clock: dates, current members, anniversaries and what has not happened (SEMANTICS.md section 3). */
final class ClockTriggers {
  private ClockTriggers() {}

  /** The triggers due at {@code moment}, in document order. */
  static List<Entrance> due(CompiledScenario scenario, Customer customer, long moment) {
    return scenario.entrances().stream()
        .filter(entrance -> next(entrance, scenario, customer, moment - 1) == moment)
        .toList();
  }

  /** Whether the customer is a member when the trigger's turn comes. */
  static boolean admits(TriggerMatcher trigger, Profile profile) {
    if (trigger instanceof OnDate on) {
      return profile.segments().contains(on.segment());
    }
    return !(trigger instanceof OnSegment on) || profile.segments().contains(on.segment());
  }

  private static long next(
      Entrance entrance, CompiledScenario scenario, Customer customer, long now) {
    if (entrance.pattern().isEmpty()) {
      return next(entrance.on(), scenario.scenario(), customer.profile(), now);
    }
    long moment = PatternTriggers.next(customer, scenario, entrance);
    return moment > now && Entries.isOpen(scenario.scenario(), moment) ? moment : Instance.NEVER;
  }

  private static long next(TriggerMatcher trigger, Scenario scenario, Profile profile, long now) {
    if (trigger instanceof OnAnniversary on) {
      return Anniversary.of(on, scenario).next(profile, now);
    }
    return moment(trigger, scenario).filter(moment -> moment > now).orElse(Instance.NEVER);
  }

  /** When a date is, or when current members enter, epoch milliseconds; empty for all else, and while nobody enters. */
  static Optional<Long> moment(TriggerMatcher trigger, Scenario scenario) {
    Optional<Instant> moment =
        trigger instanceof OnDate on
            ? WrittenMoment.parse(on.date()).map(date -> date.instant(scenario.timeZone()))
            : scenario.activeFrom().filter(from -> takesCurrentMembers(trigger));
    return moment.map(Instant::toEpochMilli).filter(at -> Entries.isOpen(scenario, at));
  }

  /** Whether those enter who are members already. */
  static boolean takesCurrentMembers(TriggerMatcher trigger) {
    return trigger instanceof OnSegment on && on.members() != TriggerMatcher.Members.NEW;
  }
}
