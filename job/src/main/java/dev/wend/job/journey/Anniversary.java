package dev.wend.job.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Profile;
import dev.wend.matcher.TriggerMatcher.OnAnniversary;
import dev.wend.scenario.Scenario;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of the year that a field holds (SEMANTICS.md section 3), while customers may enter. Scenarios that mean the same one
 * have equal ones.
 *
 * @param zone for customers without one of their own
 * @param from the first moment at which customers enter, epoch milliseconds
 * @param until the moment from which on none enters any more, epoch milliseconds
 */
record Anniversary(OnAnniversary on, ZoneId zone, long from, long until) {
  private static final Pattern DAY = Pattern.compile("(?:[0-9]{4}-)?([0-9]{2}-[0-9]{2})");

  static Anniversary of(OnAnniversary on, Scenario scenario) {
    return new Anniversary(
        on,
        scenario.timeZone(),
        scenario.activeFrom().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
        scenario.activeUntil().map(Instant::toEpochMilli).orElse(Instance.NEVER));
  }

  /** The next moment after {@code now}, {@link Instance#NEVER} where there is none. */
  long next(Profile profile, long now) {
    JsonNode field = profile.field(on.field());
    Optional<MonthDay> day = field.isTextual() ? day(field.textValue()) : Optional.empty();
    if (day.isEmpty()) {
      return Instance.NEVER;
    }
    ZoneId customers = Moments.zone(profile, on.timeZoneField(), zone);
    long after = from > now ? from - 1 : now;
    int year = Instant.ofEpochMilli(after).atZone(customers).getYear() - 1;
    while (true) {
      LocalDate date = day.get().atYear(year);
      long moment = date.atTime(on.timeOfDay()).atZone(customers).toInstant().toEpochMilli();
      if (moment > after) {
        return moment < until ? moment : Instance.NEVER;
      }
      year++;
    }
  }

  /** {@code YYYY-MM-DD} or {@code MM-DD}; the year is not looked at. */
  private static Optional<MonthDay> day(String text) {
    Matcher form = DAY.matcher(text);
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
