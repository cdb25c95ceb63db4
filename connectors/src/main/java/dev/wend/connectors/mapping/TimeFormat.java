package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.connectors.EventTime;
import dev.wend.connectors.InvalidRecordException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a timestamp is written. */
sealed interface TimeFormat {
  /**
   * The format of that name.
   *
   * @throws IllegalArgumentException when it is neither a name nor a pattern
   */
  static TimeFormat of(String name) {
    return switch (name) {
      case "iso" -> new Iso();
      case "epoch-seconds" -> new Epoch("seconds", new BigDecimal(1_000));
      case "epoch-millis" -> new Epoch("milliseconds", BigDecimal.ONE);
      case "epoch-micros" -> new Epoch("microseconds", new BigDecimal("0.001"));
      default -> OfPattern.of(name);
    };
  }

  /** Epoch milliseconds; empty where the value is not written so. */
  OptionalLong read(JsonNode value, Optional<ZoneId> zone);

  /** What is expected, for messages. */
  String description();

  /** ISO-8601; a local time or bare date where there is a zone to read it in. */
  record Iso() implements TimeFormat {
    @Override
    public OptionalLong read(JsonNode value, Optional<ZoneId> zone) {
      if (!value.isTextual()) {
        return OptionalLong.empty();
      }
      return zone.isPresent()
          ? EventTime.ofIso(value.textValue(), zone.get())
          : EventTime.ofIso(value.textValue());
    }

    @Override
    public String description() {
      return "ISO-8601";
    }
  }

  /** A number of units since 1970. */
  record Epoch(String unit, BigDecimal millis) implements TimeFormat {
    @Override
    public OptionalLong read(JsonNode value, Optional<ZoneId> zone) {
      try {
        return EventTime.ofEpoch(Numbers.read(value).decimalValue(), millis);
      } catch (InvalidRecordException notNumber) {
        return OptionalLong.empty();
      }
    }

    @Override
    public String description() {
      return "a number of epoch " + unit;
    }
  }

  /** A pattern of {@link DateTimeFormatter}, read strictly; years are those of the calendar, without an era. */
  record OfPattern(String pattern, DateTimeFormatter formatter) implements TimeFormat {
    private static final Pattern QUOTED_OR_YEAR = Pattern.compile("'[^']*'|y+");

    /**
     * Compiles the pattern.
     *
     * @throws IllegalArgumentException when it is none
     */
    static OfPattern of(String pattern) {
      String strict =
          QUOTED_OR_YEAR
              .matcher(pattern)
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(
                          found.group().startsWith("y")
                              ? found.group().replace('y', 'u')
                              : found.group()));
      return new OfPattern(
          pattern,
          DateTimeFormatter.ofPattern(strict, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));
    }

    /** Whether what it reads says its own offset or zone. */
    boolean hasZone() {
      return Pattern.compile("[VvzOXxZ]").matcher(pattern.replaceAll("'[^']*'", "")).find();
    }

    @Override
    public OptionalLong read(JsonNode value, Optional<ZoneId> zone) {
      try {
        return read(formatter.parse(value.asText()), zone);
      } catch (DateTimeException | ArithmeticException unreadable) {
        return OptionalLong.empty();
      }
    }

    private static OptionalLong read(TemporalAccessor parsed, Optional<ZoneId> zone) {
      if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
        long millis = Instant.from(parsed).toEpochMilli();
        return EventTime.ofEpoch(BigDecimal.valueOf(millis), BigDecimal.ONE);
      }
      LocalDate date = parsed.query(TemporalQueries.localDate());
      LocalTime time = parsed.query(TemporalQueries.localTime());
      if (date == null || zone.isEmpty()) {
        return OptionalLong.empty();
      }
      LocalTime local = time == null ? LocalTime.MIDNIGHT : time;
      return EventTime.ofLocal(LocalDateTime.of(date, local), zone.get());
    }

    @Override
    public String description() {
      return "written as " + pattern;
    }
  }
}
