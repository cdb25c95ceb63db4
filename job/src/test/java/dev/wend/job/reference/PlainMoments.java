package dev.wend.job.reference;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Section 2, {@code wait-until}, and the moments of section 3. All in epoch milliseconds. */
final class PlainMoments {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private PlainMoments() {}

  /** The zone that the field names, else the scenario's. */
  static ZoneId zone(Scenario scenario, Optional<JsonPointer> field, ObjectNode profile) {
    if (field.isPresent()) {
      JsonNode name = profile.get("fields").at(field.get());
      if (name.isTextual() && ZONES.contains(name.textValue())) {
        return ZoneId.of(name.textValue());
      }
    }
    return scenario.timeZone();
  }

  /** When a {@code wait-until} is over at which an instance arrives; empty where that cannot be read. */
  static OptionalLong end(Scenario scenario, Node.WaitUntil node, Facts facts, long arrival) {
    ZoneId zone = zone(scenario, node.timeZoneField(), facts.profile());
    if (node.moment() instanceof Node.FixedMoment fixed) {
      return read(fixed.at(), zone);
    } else if (node.moment() instanceof Node.MomentFrom from) {
      JsonNode value = facts.value(from.from());
      OptionalLong moment =
          value.isTextual() ? read(value.textValue(), zone) : OptionalLong.empty();
      return moment.isPresent()
          ? OptionalLong.of(moment.getAsLong() + from.offset().toMillis())
          : moment;
    }
    Node.TimeOfDay wanted = (Node.TimeOfDay) node.moment();
    LocalDate day = Instant.ofEpochMilli(arrival).atZone(zone).toLocalDate().minusDays(1);
    while (true) {
      long moment = at(day, wanted.time(), zone);
      boolean anyDay = wanted.weekdays().isEmpty();
      if (moment > arrival && (anyDay || wanted.weekdays().contains(day.getDayOfWeek()))) {
        return OptionalLong.of(moment);
      }
      day = day.plusDays(1);
    }
  }

  /** An instant, a local date-time, or a date, which means 00:00. */
  static OptionalLong read(String text, ZoneId zone) {
    try {
      if (text.length() == "2026-01-01".length()) {
        return OptionalLong.of(at(LocalDate.parse(text), LocalTime.MIDNIGHT, zone));
      }
      if (text.matches(".*T.*(Z|[+-].*)")) {
        return OptionalLong.of(OffsetDateTime.parse(text).toInstant().toEpochMilli());
      }
      LocalDateTime local = LocalDateTime.parse(text);
      return OptionalLong.of(at(local.toLocalDate(), local.toLocalTime(), zone));
    } catch (DateTimeException unreadable) {
      return OptionalLong.empty();
    }
  }

  /** The first moment after {@code time} on the day that the field holds, at that time of day, of any year. */
  static OptionalLong anniversary(JsonNode field, LocalTime timeOfDay, ZoneId zone, long time) {
    if (!field.isTextual() || !field.textValue().matches("([0-9]{4}-)?[0-9]{2}-[0-9]{2}")) {
      return OptionalLong.empty();
    }
    String text = field.textValue();
    String day = text.substring(text.length() - "MM-DD".length());
    int year = Instant.ofEpochMilli(time).atZone(zone).getYear() - 1;
    for (int candidate = year; candidate <= year + 3; candidate++) {
      Optional<LocalDate> date = date(candidate, day);
      if (date.isPresent() && at(date.get(), timeOfDay, zone) > time) {
        return OptionalLong.of(at(date.get(), timeOfDay, zone));
      }
    }
    return OptionalLong.empty();
  }

  /** How the clock shows a time of day on the day of a moment. */
  static String clockAt(long moment, LocalTime timeOfDay, ZoneId zone) {
    LocalDate day = Instant.ofEpochMilli(moment).atZone(zone).toLocalDate();
    return switch (zone.getRules().getValidOffsets(day.atTime(timeOfDay)).size()) {
      case 0 -> "in a gap of the clock";
      case 1 -> "that the clock shows once";
      default -> "in an overlap of the clock";
    };
  }

  private static Optional<LocalDate> date(int year, String day) {
    try {
      LocalDate inLeapYear = LocalDate.parse("2024-" + day);
      return Optional.of(inLeapYear.withYear(year));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** In a gap of the clock the time moves on by the gap, in an overlap the earlier is meant. */
  private static long at(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).withEarlierOffsetAtOverlap().toInstant().toEpochMilli();
  }
}
