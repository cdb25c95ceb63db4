package dev.wend.parse.value;

import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.shape.TextShape;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ISO-8601 durations in days, hours, minutes and seconds, longer than zero (SEMANTICS.md section 2). What is finer than a
 * millisecond is cut off.
 */
public final class DurationText {
  private static final String POSITIVE =
      "P(?=.*[1-9])(?:([0-9]{1,9})D)?"
          + "(?:T(?=[0-9])(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})(?:[.,]([0-9]+))?S)?)?";
  private static final Pattern FORM = Pattern.compile(POSITIVE);
  private static final Duration LONGEST = Duration.ofDays(366_000);

  /** A duration. */
  public static final Shape<Duration> SHAPE =
      new TextShape<>(
          "an ISO-8601 duration such as PT1H",
          "^" + POSITIVE + "$",
          IssueCode.BAD_DURATION,
          DurationText::parse,
          DurationText::hint);

  /** A duration, with a minus before it for earlier. */
  public static final Shape<Duration> SIGNED =
      new TextShape<>(
          "an ISO-8601 duration such as PT1H or -P1D",
          "^-?" + POSITIVE + "$",
          IssueCode.BAD_DURATION,
          DurationText::parseSigned,
          DurationText::hint);

  private DurationText() {}

  /** Reads {@code text}; empty where it is no duration, or one of a thousand years and more. */
  public static Optional<Duration> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Duration read =
        Duration.ofDays(number(parts.group(1)))
            .plusHours(number(parts.group(2)))
            .plusMinutes(number(parts.group(3)))
            .plusSeconds(number(parts.group(4)))
            .plusMillis(millis(parts.group(5)));
    return read.isZero() || read.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(read);
  }

  private static Optional<Duration> parseSigned(String text) {
    return text.startsWith("-") ? parse(text.substring(1)).map(Duration::negated) : parse(text);
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static long millis(String decimals) {
    return decimals == null ? 0 : Long.parseLong((decimals + "00").substring(0, 3));
  }

  private static String hint(String text) {
    if (text.matches("-?P([0-9]+[YMW])+.*")) {
      return "; weeks, months and years have no fixed length, write days";
    }
    if (text.matches("P[0-9.,]+[HMS].*")) {
      return "; hours, minutes and seconds stand behind a T";
    }
    return text.matches("-?P[0-9DTHMS.,]+")
        ? "; it must be longer than zero and shorter than a thousand years"
        : "";
  }
}
