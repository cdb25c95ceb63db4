package dev.wend.connectors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Timestamps as records write them (SEMANTICS.md sections 1 and 2): epoch milliseconds in the years 0000 to 9999; what
 * is finer is cut off, so that no timestamp is later than what was written.
 */
public final class EventTime {
  private static final BigDecimal FIRST =
      BigDecimal.valueOf(LocalDate.of(0, 1, 1).toEpochDay() * 86_400_000L);
  private static final BigDecimal END =
      BigDecimal.valueOf(LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400_000L);
  private static final Pattern ISO =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})"
              + "(?:[Tt]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?"
              + "([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");
  private static final int OFFSET_GROUP = 8;

  private EventTime() {}

  /** Reads ISO-8601 with an offset; empty where it is not that, or names no moment that there is. */
  public static OptionalLong ofIso(String text) {
    long millis = IsoInstant.read(text);
    return millis == IsoInstant.UNREAD ? inAnyForm(text) : OptionalLong.of(millis);
  }

  /** Reads ISO-8601 with an offset as {@link #ofIso(String)} does, whether its form is usual or not. */
  static OptionalLong inAnyForm(String text) {
    Matcher iso = ISO.matcher(text);
    return iso.matches() && iso.group(OFFSET_GROUP) != null
        ? withOffset(iso, iso.group(OFFSET_GROUP))
        : OptionalLong.empty();
  }

  /** Reads ISO-8601; without an offset as local time of {@code zone}, a bare date as its 00:00. */
  public static OptionalLong ofIso(String text, ZoneId zone) {
    long millis = IsoInstant.read(text);
    if (millis != IsoInstant.UNREAD) {
      return OptionalLong.of(millis);
    }
    Matcher iso = ISO.matcher(text);
    if (!iso.matches()) {
      return OptionalLong.empty();
    }
    if (iso.group(OFFSET_GROUP) != null) {
      return withOffset(iso, iso.group(OFFSET_GROUP));
    }
    try {
      return ofLocal(dateTime(iso), zone);
    } catch (DateTimeException noSuchTime) {
      return OptionalLong.empty();
    }
  }

  /** Whether the text is an ISO-8601 time that only lacks its offset. */
  public static boolean lacksOffset(String text) {
    Matcher iso = ISO.matcher(text);
    return iso.matches() && iso.group(OFFSET_GROUP) == null;
  }

  /** Local time of a zone: in a gap of the clock it moves on by the gap, in an overlap the earlier is meant. */
  public static OptionalLong ofLocal(LocalDateTime local, ZoneId zone) {
    return inRange(BigDecimal.valueOf(ZonedDateTime.of(local, zone).toInstant().toEpochMilli()));
  }

  /** A number of epoch units, each {@code millisPerUnit} milliseconds. */
  public static OptionalLong ofEpoch(BigDecimal units, BigDecimal millisPerUnit) {
    if (units.precision() - (long) units.scale() > 30) {
      return OptionalLong.empty();
    }
    if (units.precision() - (long) units.scale() < -30) {
      return OptionalLong.of(units.signum() < 0 ? -1 : 0);
    }
    return inRange(units.multiply(millisPerUnit).setScale(0, RoundingMode.FLOOR));
  }

  private static OptionalLong withOffset(Matcher iso, String offset) {
    try {
      ZoneOffset zone = ZoneOffset.of(offset.equals("z") ? "Z" : offset);
      return inRange(BigDecimal.valueOf(dateTime(iso).toInstant(zone).toEpochMilli()));
    } catch (DateTimeException noSuchTime) {
      return OptionalLong.empty();
    }
  }

  private static LocalDateTime dateTime(Matcher iso) {
    return LocalDateTime.of(
        number(iso, 1),
        number(iso, 2),
        number(iso, 3),
        number(iso, 4),
        number(iso, 5),
        number(iso, 6),
        nanos(iso));
  }

  private static int number(Matcher iso, int group) {
    return iso.group(group) == null ? 0 : Integer.parseInt(iso.group(group));
  }

  private static int nanos(Matcher iso) {
    String fraction = iso.group(7);
    return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3)) * 1_000_000;
  }

  private static OptionalLong inRange(BigDecimal millis) {
    return millis.compareTo(FIRST) >= 0 && millis.compareTo(END) < 0
        ? OptionalLong.of(millis.longValueExact())
        : OptionalLong.empty();
  }
}
