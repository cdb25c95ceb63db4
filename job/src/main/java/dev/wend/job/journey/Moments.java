package dev.wend.job.journey;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wend.compile.Stage;
import dev.wend.event.Profile;
import dev.wend.scenario.Node;
import dev.wend.scenario.WrittenMoment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.OptionalLong;

/** The moments for which instances wait (SEMANTICS.md section 2, {@code wait-until}). */
public final class Moments {
  private Moments() {}

  /**
   * The moment of a {@code wait-until}, epoch milliseconds, for someone who has neither event nor profile at hand; empty
   * where it depends on one of them.
   *
   * @param zone the scenario's
   * @param now when the instance arrives
   */
  public static OptionalLong ofAll(Node.WaitUntil until, ZoneId zone, long now) {
    if (until.timeZoneField().isPresent() || until.moment() instanceof Node.MomentFrom) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        until.moment() instanceof Node.TimeOfDay daily
            ? next(daily, zone, now)
            : fixed((Node.FixedMoment) until.moment(), zone));
  }

  private static long fixed(Node.FixedMoment moment, ZoneId zone) {
    return WrittenMoment.parse(moment.at()).orElseThrow().instant(zone).toEpochMilli();
  }

  /** The moment of a {@code wait-until}, epoch milliseconds; empty where it cannot be read. */
  static OptionalLong find(JourneyContext context, Stage.Moment until, long now) {
    ZoneId zone =
        zone(context.profile(), until.timeZoneField(), context.scenario().scenario().timeZone());
    if (until.moment() instanceof Node.TimeOfDay daily) {
      return OptionalLong.of(next(daily, zone, now));
    } else if (until.moment() instanceof Node.MomentFrom from) {
      return read(context.resolve(from.from()), zone)
          .map(moment -> OptionalLong.of(Times.plus(moment.toEpochMilli(), from.offset())))
          .orElseGet(OptionalLong::empty);
    }
    return OptionalLong.of(fixed((Node.FixedMoment) until.moment(), zone));
  }

  /** The IANA zone that a field names, else {@code otherwise}; an offset is no name. */
  static ZoneId zone(Profile profile, Optional<JsonPointer> field, ZoneId otherwise) {
    JsonNode name = field.map(profile::field).orElse(MissingNode.getInstance());
    boolean known =
        name.isTextual() && ZoneRulesProvider.getAvailableZoneIds().contains(name.textValue());
    return known ? ZoneId.of(name.textValue()) : otherwise;
  }

  /** The next such time of day strictly after {@code now}. */
  private static long next(Node.TimeOfDay daily, ZoneId zone, long now) {
    LocalDate today = Instant.ofEpochMilli(now).atZone(zone).toLocalDate();
    for (LocalDate day = today.minusDays(1); ; day = day.plusDays(1)) {
      boolean wanted = daily.weekdays().isEmpty() || daily.weekdays().contains(day.getDayOfWeek());
      long moment = ZonedDateTime.of(day, daily.time(), zone).toInstant().toEpochMilli();
      if (wanted && moment > now) {
        return moment;
      }
    }
  }

  private static Optional<Instant> read(JsonNode value, ZoneId zone) {
    if (!value.isTextual()) {
      return Optional.empty();
    }
    String text = value.textValue();
    return WrittenMoment.parse(text)
        .map(moment -> moment.instant(zone))
        .or(() -> date(text).map(date -> date.atStartOfDay(zone).toInstant()));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
