package dev.wend.connectors.inference;

import dev.wend.connectors.mapping.TimeFormats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the times of a column may be written.
 *
 * @param format as a mapping names it
 * @param isLocal whether a time zone is needed to read them
 * @param others other formats that fit as well
 */
record TimeGuess(String format, boolean isLocal, List<String> others) {
  private static final long EARLIEST = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();
  private static final long LATEST = Instant.parse("2040-01-01T00:00:00Z").toEpochMilli();
  private static final int LOOKED_AT = 500;
  private static final int FIRST = 20;
  private static final double FITTING = 0.95;
  private static final String LOCAL_ISO = "iso local";

  /** In order of preference. A new one is one line here. */
  private static final List<String> FORMATS =
      List.of(
          "iso",
          LOCAL_ISO,
          "epoch-seconds",
          "epoch-millis",
          "epoch-micros",
          "yyyy-MM-dd HH:mm:ss",
          "yyyy-MM-dd HH:mm",
          "yyyy-MM-dd HH:mm:ss.SSS",
          "yyyy-MM-dd HH:mm:ss.SSSSSS",
          "yyyy-MM-dd HH:mm:ss 'UTC'",
          "yyyy-MM-dd HH:mm:ss.SSSSSS 'UTC'",
          "yyyy-MM-dd HH:mm:ssXXX",
          "yyyy-MM-dd HH:mm:ss Z",
          "yyyy-MM-dd HH:mm:ss z",
          "yyyy/MM/dd HH:mm:ss",
          "yyyy/MM/dd HH:mm",
          "yyyy/MM/dd",
          "dd.MM.yyyy HH:mm:ss",
          "dd.MM.yyyy HH:mm",
          "dd.MM.yyyy",
          "d.M.yyyy H:mm",
          "d.M.yyyy",
          "dd/MM/yyyy HH:mm:ss",
          "dd/MM/yyyy HH:mm",
          "dd/MM/yyyy",
          "d/M/yyyy H:mm",
          "d/M/yyyy",
          "MM/dd/yyyy HH:mm:ss",
          "MM/dd/yyyy HH:mm",
          "MM/dd/yyyy",
          "M/d/yyyy H:mm",
          "M/d/yyyy",
          "dd-MM-yyyy HH:mm:ss",
          "dd-MM-yyyy HH:mm",
          "dd-MM-yyyy",
          "dd MMM yyyy HH:mm:ss",
          "dd-MMM-yyyy",
          "EEE, dd MMM yyyy HH:mm:ss Z",
          "yyyyMMddHHmmss",
          "yyyyMMdd");

  /** The format that fits; empty where the values are no times. */
  static Optional<TimeGuess> of(Column column) {
    List<String> values = column.filled();
    List<String> looked = values.subList(0, Math.min(LOOKED_AT, values.size()));
    List<String> fitting = new ArrayList<>();
    List<String> first = looked.subList(0, Math.min(FIRST, looked.size()));
    for (String format : FORMATS) {
      if (first.stream().noneMatch(value -> reads(format, value, column.isText()))) {
        continue;
      }
      long read = looked.stream().filter(value -> reads(format, value, column.isText())).count();
      if (read >= FITTING * looked.size()) {
        fitting.add(format);
      }
    }
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TimeGuess(
                fitting.get(0).equals(LOCAL_ISO) ? "iso" : fitting.get(0),
                isLocal(fitting.get(0), looked, column.isText()),
                List.copyOf(fitting.subList(1, fitting.size()))));
  }

  static boolean hasTimeOfDay(Column column) {
    return column.time().filter(guess -> guess.showsTimeOfDay(column)).isPresent();
  }

  /** Whether values are more than days. */
  boolean showsTimeOfDay(Column column) {
    return format.startsWith("epoch")
        || format.contains("H")
        || column.share(value -> value.length() > "2026-01-01".length()) > 0.5;
  }

  /** A time of a day that comes before its month in one of the formats that fit, and behind it in another. */
  boolean isDayMonthUnsure() {
    return format.startsWith("d") && others.stream().anyMatch(other -> other.startsWith("M"));
  }

  private static boolean isLocal(String format, List<String> values, boolean text) {
    return values.stream().noneMatch(value -> reads(format, value, text, ""));
  }

  private static boolean reads(String format, String value, boolean text) {
    boolean zoned = format.equals("iso") || format.startsWith("epoch");
    return reads(format, value, text, zoned ? "" : "UTC");
  }

  private static boolean reads(String format, String value, boolean text, String zone) {
    String name = format.equals(LOCAL_ISO) ? "iso" : format;
    OptionalLong time = TimeFormats.read(name, zone, value, text);
    return time.isPresent() && time.getAsLong() >= EARLIEST && time.getAsLong() < LATEST;
  }
}
