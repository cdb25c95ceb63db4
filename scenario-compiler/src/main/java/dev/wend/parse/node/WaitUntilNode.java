package dev.wend.parse.node;

import dev.wend.issue.IssueCode;
import dev.wend.matcher.Reference;
import dev.wend.matcher.Reference.Source;
import dev.wend.parse.matcher.TriggerMatcherShape;
import dev.wend.parse.shape.Constraints;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.MappedShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.shape.TextOrObject;
import dev.wend.parse.shape.Values;
import dev.wend.parse.shape.Words;
import dev.wend.parse.value.DurationText;
import dev.wend.parse.value.Moments;
import dev.wend.parse.value.ReferenceText;
import dev.wend.scenario.Node;
import dev.wend.scenario.Node.FixedMoment;
import dev.wend.scenario.Node.Moment;
import dev.wend.scenario.Node.MomentFrom;
import dev.wend.scenario.Node.TimeOfDay;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code wait-until}. */
final class WaitUntilNode {
  private static final Field<Reference> FROM = ReferenceText.from(List.of(Source.values()));
  private static final Field<Duration> OFFSET =
      Field.optional("offset", DurationText.SIGNED, "added to it; a minus before it for earlier");
  private static final Shape<MomentFrom> MOMENT_FROM =
      ObjectShape.of(
          "a moment that an event or the profile holds",
          List.of(FROM, OFFSET),
          values -> new MomentFrom(values.get(FROM), values.find(OFFSET).orElse(Duration.ZERO)));
  private static final Field<Moment> AT =
      Field.optional(
          "at",
          new TextOrObject<>(
              "a moment, or an object with from and offset",
              new MappedShape<>(Moments.MOMENT_TEXT, FixedMoment::new),
              MOMENT_FROM),
          "the moment: an instant, a local date-time, or where it is held");
  private static final Field<LocalTime> TIME_OF_DAY =
      Field.optional(
          "timeOfDay", Moments.TIME_OF_DAY, "the next such time of day, strictly after arrival");
  private static final Field<List<DayOfWeek>> WEEKDAYS =
      Field.optional(
          "weekdays",
          ListShape.notEmpty(
              "weekdays",
              Words.of(
                  "a weekday",
                  List.of(DayOfWeek.values()),
                  day -> day.name().toLowerCase(Locale.ROOT))),
          "on which days; any unless given");

  static final NodeType TYPE = type();

  private WaitUntilNode() {}

  private static NodeType type() {
    NodeType plain =
        NodeType.of(
            "wait-until",
            "wait for a moment",
            List.of(AT, TIME_OF_DAY, WEEKDAYS, TriggerMatcherShape.TIME_ZONE_FIELD, NodeType.NEXT),
            values ->
                new Node.WaitUntil(
                    values.get(NodeType.ID),
                    moment(values),
                    values.find(TriggerMatcherShape.TIME_ZONE_FIELD),
                    values.get(NodeType.NEXT)));
    return new NodeType(
        plain.name(),
        plain
            .shape()
            .with(
                List.of(
                    Constraints.exactlyOne(AT, TIME_OF_DAY),
                    Constraints.needs(
                        WEEKDAYS,
                        TIME_OF_DAY,
                        IssueCode.KEYS_DO_NOT_AGREE,
                        "'weekdays' needs a 'timeOfDay'"))));
  }

  private static Moment moment(Values values) {
    return values
        .find(AT)
        .orElseGet(() -> new TimeOfDay(values.get(TIME_OF_DAY), weekdays(values)));
  }

  private static Set<DayOfWeek> weekdays(Values values) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    values.find(WEEKDAYS).ifPresent(days::addAll);
    return Collections.unmodifiableSet(days);
  }
}
