package dev.wend.parse.matcher;

import dev.wend.matcher.Matcher;
import dev.wend.parse.shape.ChoiceByKey;
import dev.wend.parse.shape.ChoiceByKey.Form;
import dev.wend.parse.shape.Definition;
import dev.wend.parse.shape.Shape;
import java.util.stream.Stream;

/** What a condition or a branch of {@code wait-for} asks. */
public final class ConditionMatcherShape {
  /** An event, profile or pattern matcher. */
  public static final Shape<Matcher> OF_CONDITION =
      new Definition<>(
          "matcher-of-condition",
          () ->
              new ChoiceByKey<>(
                  "an event, profile or pattern matcher",
                  Stream.concat(
                          Stream.concat(event(), profile()),
                          Stream.of(
                              ChoiceByKey.<Matcher>form(
                                  "pattern", PatternMatcherShape.in(Place.CONDITION))))
                      .toList()));

  /** An event or profile matcher. */
  public static final Shape<Matcher> OF_BRANCH =
      new Definition<>(
          "matcher-of-branch",
          () ->
              new ChoiceByKey<>(
                  "an event or profile matcher", Stream.concat(event(), profile()).toList()));

  private ConditionMatcherShape() {}

  private static Stream<Form<Matcher>> event() {
    return Stream.of(ChoiceByKey.form("event", EventMatcherShape.in(Place.CONDITION).shape()));
  }

  private static Stream<Form<Matcher>> profile() {
    return ProfileMatcherShape.forms(Place.CONDITION).stream()
        .map(form -> ChoiceByKey.<Matcher>form(form.key(), form.shape()));
  }
}
