package dev.wend.parse.value;

import dev.wend.issue.DidYouMean;
import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.shape.TextShape;
import dev.wend.scenario.WrittenMoment;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Moments, times of day and time zones. */
public final class Moments {
  private static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$";
  private static final Pattern TIME_FORM = Pattern.compile(TIME);

  /** An instant or a local date-time. */
  public static final Shape<WrittenMoment> MOMENT = moment(WrittenMoment::parse);

  /** An instant or a local date-time, kept as written. */
  public static final Shape<String> MOMENT_TEXT =
      moment(text -> WrittenMoment.parse(text).map(moment -> text));

  /** A time of day. */
  public static final Shape<LocalTime> TIME_OF_DAY =
      new TextShape<>(
          "a time of day such as 09:00",
          TIME,
          IssueCode.BAD_TIME_OF_DAY,
          text ->
              TIME_FORM.matcher(text).matches()
                  ? Optional.of(LocalTime.parse(text))
                  : Optional.empty(),
          text -> "");

  /** A time zone. */
  public static final Shape<ZoneId> ZONE =
      new TextShape<>(
          "a name of the IANA time zone database such as Europe/Warsaw",
          "",
          IssueCode.UNKNOWN_ZONE,
          Moments::zone,
          text -> DidYouMean.question(text, new TreeSet<>(ZoneId.getAvailableZoneIds())));

  private Moments() {}

  private static Optional<ZoneId> zone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text)
        ? Optional.of(ZoneId.of(text))
        : Optional.empty();
  }

  private static <T> Shape<T> moment(Function<String, Optional<T>> meaning) {
    return new TextShape<>(
        "an instant such as 2026-12-01T09:00:00Z or a local date-time such as 2026-12-01T09:00",
        WrittenMoment.PATTERN,
        IssueCode.BAD_MOMENT,
        meaning,
        text -> "");
  }
}
