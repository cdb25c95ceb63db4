package dev.wend.scenario;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment as documents and profiles write it (SEMANTICS.md section 2): an instant, or a local date-time to be read in a
 * zone. What is finer than a millisecond is cut off.
 *
 * @param offset empty for a local date-time
 */
public record WrittenMoment(LocalDateTime dateTime, Optional<ZoneOffset> offset) {
  /** What a text must look like, as a regular expression. */
  public static final String PATTERN =
      "^([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,]([0-9]+))?"
          + "(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?$";

  private static final Pattern FORM = Pattern.compile(PATTERN);
  private static final int TIME_WITH_SECONDS = "HH:mm:ss".length();

  /** Reads {@code text}; empty where it is no moment. */
  public static Optional<WrittenMoment> parse(String text) {
    Matcher parts = FORM.matcher(text);
    boolean decimalsOfNothing =
        parts.matches() && parts.group(3) != null && parts.group(2).length() < TIME_WITH_SECONDS;
    if (!parts.matches() || decimalsOfNothing) {
      return Optional.empty();
    }
    try {
      LocalTime time = LocalTime.parse(parts.group(2)).plusNanos(nanos(parts.group(3)));
      LocalDateTime dateTime = LocalDate.parse(parts.group(1)).atTime(time);
      return Optional.of(
          new WrittenMoment(dateTime, Optional.ofNullable(parts.group(4)).map(ZoneOffset::of)));
    } catch (DateTimeException noSuchMoment) {
      return Optional.empty();
    }
  }

  /**
   * The instant. In a gap of the zone's clock the time moves on by the gap, in an overlap the earlier one is meant.
   *
   * @param zone for a local date-time
   */
  public Instant instant(ZoneId zone) {
    return offset.map(dateTime::toInstant).orElseGet(() -> dateTime.atZone(zone).toInstant());
  }

  private static long nanos(String decimals) {
    if (decimals == null) {
      return 0;
    }
    return Long.parseLong((decimals + "00").substring(0, 3)) * 1_000_000;
  }
}
