package dev.wend.parse.matcher;

import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.PatternMatcher.Contiguity;
import dev.wend.matcher.PatternMatcher.Skip;
import dev.wend.matcher.PatternMatcher.Step;
import dev.wend.parse.shape.BooleanShape;
import dev.wend.parse.shape.ChoiceByKey;
import dev.wend.parse.shape.Constraint;
import dev.wend.parse.shape.Definition;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.IntegerShape;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.shape.Words;
import dev.wend.parse.value.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A sequence of events (SEMANTICS.md section 3). */
final class PatternMatcherShape {
  private static final int MOST_TIMES = 1_000;
  private static final Field<Long> TIMES =
      Field.optional(
          "times", new IntegerShape(MOST_TIMES), "how often it happens; once unless given");
  private static final Field<Boolean> ONE_OR_MORE =
      Field.optional(
          "oneOrMore", BooleanShape.EITHER, "whether it may happen more often than that");
  private static final Field<Boolean> OPTIONAL =
      Field.optional("optional", BooleanShape.EITHER, "whether it may not happen at all");
  private static final Field<Contiguity> CONTIGUITY =
      Field.optional(
          "contiguity",
          Words.of("a contiguity", List.of(Contiguity.values()), Contiguity::id),
          "which events may lie between two steps; relaxed unless given");
  private static final Field<Skip> SKIP =
      Field.optional(
          "skip",
          Words.of("a skip strategy", List.of(Skip.values()), Skip::id),
          "where to go on after a match; past-last unless given");
  private static final Field<Duration> WITHIN_OF_TRIGGER =
      Field.required("within", DurationText.SHAPE, "longest time from the first to the last event");
  private static final Field<Duration> WITHIN_OF_CONDITION =
      Field.optional("within", DurationText.SHAPE, "not used");
  private static final Field<?> NO_WITHIN =
      Field.refused(
          "within",
          "a pattern in a condition has no 'within' of its own; its window is the 'within' of the node");

  private PatternMatcherShape() {}

  /** The object with the key {@code pattern}. */
  static Shape<PatternMatcher> in(Place place) {
    Field<PatternMatcher> pattern =
        Field.required(
            "pattern",
            new Definition<>("pattern-in-" + place.id(), () -> pattern(place)),
            "a sequence of events");
    return ObjectShape.of("a pattern matcher", List.of(pattern), values -> values.get(pattern));
  }

  private static Shape<PatternMatcher> pattern(Place place) {
    Field<List<Step>> steps =
        Field.required("steps", ListShape.notEmpty("steps", step(place)), "what happens, in order");
    boolean ofTrigger = place == Place.TRIGGER;
    return ObjectShape.of(
        "a sequence of events",
        List.of(steps, CONTIGUITY, ofTrigger ? WITHIN_OF_TRIGGER : NO_WITHIN, SKIP),
        values ->
            new PatternMatcher(
                values.get(steps),
                values.find(CONTIGUITY).orElse(Contiguity.RELAXED),
                values.find(ofTrigger ? WITHIN_OF_TRIGGER : WITHIN_OF_CONDITION),
                values.find(SKIP).orElse(Skip.PAST_LAST)));
  }

  private static Shape<Step> step(Place place) {
    Field<EventMatcher> not =
        Field.required("not", EventMatcherShape.in(place).shape(), "what must not happen");
    return new ChoiceByKey<>(
        "a step of a pattern",
        List.of(
            ChoiceByKey.form("event", occurs(place)),
            ChoiceByKey.form(
                "not",
                ObjectShape.of(
                    "what must not happen",
                    List.of(not),
                    values -> new PatternMatcher.Absent(values.get(not))))));
  }

  private static Shape<PatternMatcher.Occurs> occurs(Place place) {
    EventMatcherShape event = EventMatcherShape.in(place);
    Field<EventMatcher> until =
        Field.optional("until", event.shape(), "what ends a step that may happen more often");
    Constraint loop = new UntilNeedsLoop(until.name(), ONE_OR_MORE.name());
    return ObjectShape.of(
            "something that happens",
            Stream.concat(event.fields().stream(), Stream.of(TIMES, ONE_OR_MORE, until, OPTIONAL))
                .toList(),
            values ->
                new PatternMatcher.Occurs(
                    event.matcher(values),
                    values.find(TIMES).orElse(1L).intValue(),
                    values.find(ONE_OR_MORE).orElse(false),
                    values.find(until),
                    values.find(OPTIONAL).orElse(false)))
        .with(Stream.concat(event.constraints().stream(), Stream.of(loop)).toList());
  }
}
