package dev.wend.job.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Entrance;
import dev.wend.event.Profile;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.matcher.TriggerMatcher.OnAnniversary;
import dev.wend.matcher.TriggerMatcher.OnDate;
import dev.wend.matcher.TriggerMatcher.OnSegment;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.WrittenMoment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The triggers by the clock: dates, current members, anniversaries and what has not happened (SEMANTICS.md section 3). */
final class ClockTriggers {
  private static final Pattern DAY = Pattern.compile("(?:[0-9]{4}-)?([0-9]{2}-[0-9]{2})");

  private ClockTriggers() {}

  /** The next moment after {@code now} at which a trigger is due, {@link Instance#NEVER} where none is. */
  static long next(CompiledScenario scenario, Customer customer, long now) {
    return scenario.entrances().stream()
        .mapToLong(entrance -> next(entrance, scenario, customer, now))
        .min()
        .orElse(Instance.NEVER);
  }

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
      return nextAnniversary(on, scenario, profile, now);
    } else if (!trigger.isByClock()) {
      return Instance.NEVER;
    }
    Optional<Instant> moment =
        trigger instanceof OnDate on
            ? WrittenMoment.parse(on.date()).map(date -> date.instant(scenario.timeZone()))
            : scenario.activeFrom();
    return moment
        .map(Instant::toEpochMilli)
        .filter(at -> at > now && Entries.isOpen(scenario, at))
        .orElse(Instance.NEVER);
  }

  private static long nextAnniversary(
      OnAnniversary trigger, Scenario scenario, Profile profile, long now) {
    Optional<MonthDay> day = day(profile.field(trigger.field()));
    if (day.isEmpty()) {
      return Instance.NEVER;
    }
    ZoneId zone = Moments.zone(profile, trigger.timeZoneField(), scenario.timeZone());
    long from = scenario.activeFrom().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    long after = from > now ? from - 1 : now;
    int year = Instant.ofEpochMilli(after).atZone(zone).getYear() - 1;
    while (true) {
      LocalDate date = day.get().atYear(year);
      long moment = date.atTime(trigger.timeOfDay()).atZone(zone).toInstant().toEpochMilli();
      if (moment > after) {
        return Entries.isOpen(scenario, moment) ? moment : Instance.NEVER;
      }
      year++;
    }
  }

  /** {@code YYYY-MM-DD} or {@code MM-DD}; the year is not looked at. */
  private static Optional<MonthDay> day(JsonNode value) {
    if (!value.isTextual()) {
      return Optional.empty();
    }
    Matcher form = DAY.matcher(value.textValue());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MonthDay.parse("--" + form.group(1)));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
