package dev.wend.parse.matcher;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.matcher.TriggerMatcher.Change;
import dev.wend.matcher.TriggerMatcher.Members;
import dev.wend.matcher.TriggerMatcher.OnAnniversary;
import dev.wend.matcher.TriggerMatcher.OnDate;
import dev.wend.matcher.TriggerMatcher.OnEvent;
import dev.wend.matcher.TriggerMatcher.OnFieldChanged;
import dev.wend.matcher.TriggerMatcher.OnPattern;
import dev.wend.matcher.TriggerMatcher.OnProfile;
import dev.wend.matcher.TriggerMatcher.OnSegment;
import dev.wend.matcher.TriggerMatcher.OnTag;
import dev.wend.parse.shape.BooleanShape;
import dev.wend.parse.shape.ChoiceByKey;
import dev.wend.parse.shape.ChoiceByKey.Form;
import dev.wend.parse.shape.Definition;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.MappedShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.shape.Words;
import dev.wend.parse.value.CatalogueList;
import dev.wend.parse.value.Moments;
import dev.wend.parse.value.Names;
import dev.wend.parse.value.Pointers;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** What lets a customer enter (SEMANTICS.md section 3). */
public final class TriggerMatcherShape {
  /** The key under which a node or trigger names the field with the customer's zone. */
  public static final Field<JsonPointer> TIME_ZONE_FIELD =
      Field.optional(
          "timeZoneField",
          Pointers.POINTER,
          "the profile field that holds the customer's time zone");

  private static final Field<String> SEGMENT =
      Field.required("segment", CatalogueList.SEGMENTS, "the segment whose members enter");
  private static final Field<Members> MEMBERS =
      Field.required(
          "members",
          Words.of("which members enter", List.of(Members.values()), Members::id),
          "which of its members enter");
  private static final Field<Boolean> CHANGED =
      Field.required("changed", BooleanShape.ONLY_TRUE, "its value really changed");
  private static final Field<String> TAG = Field.required("tag", Names.NAME, "the tag");
  private static final Field<Change> CHANGE =
      Field.required(
          "change",
          Words.of("a change of a tag", List.of(Change.values()), Change::id),
          "whether it comes or goes");
  private static final Field<String> DATE =
      Field.required("date", Moments.MOMENT_TEXT, "the moment at which they enter");
  private static final Field<JsonPointer> ANNIVERSARY =
      Field.required("anniversary", Pointers.POINTER, "the profile field that holds the day");
  private static final Field<LocalTime> TIME_OF_DAY =
      Field.optional("timeOfDay", Moments.TIME_OF_DAY, "at what time; 09:00 unless given");
  private static final LocalTime NINE = LocalTime.of(9, 0);

  /** All forms. */
  public static final Shape<TriggerMatcher> SHAPE =
      new Definition<>(
          "matcher-of-trigger",
          () ->
              new ChoiceByKey<>(
                  "a trigger matcher",
                  Stream.concat(Stream.concat(events(), changes()), profile()).toList()));

  private TriggerMatcherShape() {}

  private static Stream<Form<TriggerMatcher>> events() {
    return Stream.of(
        ChoiceByKey.form(
            "event", new MappedShape<>(EventMatcherShape.in(Place.TRIGGER).shape(), OnEvent::new)),
        ChoiceByKey.form(
            "pattern", new MappedShape<>(PatternMatcherShape.in(Place.TRIGGER), OnPattern::new)),
        ChoiceByKey.form(
            "date",
            ObjectShape.of(
                "every member of a segment, at one moment",
                List.of(DATE, SEGMENT),
                values -> new OnDate(values.get(DATE), values.get(SEGMENT)))),
        ChoiceByKey.form(
            "anniversary",
            ObjectShape.of(
                "every year on the day that a field holds",
                List.of(ANNIVERSARY, TIME_OF_DAY, TIME_ZONE_FIELD),
                values ->
                    new OnAnniversary(
                        values.get(ANNIVERSARY),
                        values.find(TIME_OF_DAY).orElse(NINE),
                        values.find(TIME_ZONE_FIELD)))));
  }

  private static Stream<Form<TriggerMatcher>> changes() {
    return Stream.of(
        ChoiceByKey.form(
            "changed",
            ObjectShape.of(
                "a field really changes",
                List.of(ProfileMatcherShape.FIELD, CHANGED),
                values -> new OnFieldChanged(values.get(ProfileMatcherShape.FIELD)))),
        ChoiceByKey.form(
            "tag",
            ObjectShape.of(
                "a tag really comes or goes",
                List.of(TAG, CHANGE),
                values -> new OnTag(values.get(TAG), values.get(CHANGE)))),
        ChoiceByKey.form(
            "segment",
            ObjectShape.of(
                "members of a segment",
                List.of(SEGMENT, MEMBERS),
                values -> new OnSegment(values.get(SEGMENT), values.get(MEMBERS)))));
  }

  private static Stream<Form<TriggerMatcher>> profile() {
    return ProfileMatcherShape.formsOfTriggers(Place.TRIGGER).stream()
        .map(form -> ChoiceByKey.form(form.key(), entersWhen(form.shape())));
  }

  private static <P extends ProfileMatcher> Shape<TriggerMatcher> entersWhen(Shape<P> shape) {
    return new MappedShape<>(shape, OnProfile::new);
  }
}
