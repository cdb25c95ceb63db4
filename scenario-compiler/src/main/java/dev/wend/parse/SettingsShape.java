package dev.wend.parse;

import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.Reference;
import dev.wend.matcher.Reference.Source;
import dev.wend.parse.matcher.EventMatcherShape;
import dev.wend.parse.matcher.Place;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.IntegerShape;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.MappedShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.shape.TextOrObject;
import dev.wend.parse.shape.Values;
import dev.wend.parse.shape.Words;
import dev.wend.parse.value.DurationText;
import dev.wend.parse.value.ReferenceText;
import dev.wend.scenario.Settings;
import dev.wend.scenario.Settings.DuplicateHandling;
import dev.wend.scenario.Settings.EntryLimit;
import dev.wend.scenario.Settings.ExitCondition;
import dev.wend.scenario.Settings.ExitEvent;
import dev.wend.scenario.Settings.OnUpdate;
import dev.wend.scenario.Settings.OrderFinalized;
import dev.wend.scenario.Settings.WebsiteEntered;
import java.time.Duration;
import java.util.List;

/** The settings of a scenario (SEMANTICS.md section 2). */
final class SettingsShape {
  private static final Field<DuplicateHandling> DUPLICATE_HANDLING =
      Field.optional(
          "duplicateHandling",
          Words.of(
              "a duplicate handling", List.of(DuplicateHandling.values()), DuplicateHandling::id),
          "what happens when a customer enters who is in the scenario already");
  private static final Shape<ExitCondition> EXIT_WORD =
      Words.of(
          "an exit condition",
          List.of(new OrderFinalized(), new WebsiteEntered()),
          exit -> exit instanceof OrderFinalized ? "order-finalized" : "website-entered");
  private static final Shape<EventMatcher> EXIT_MATCHER = EventMatcherShape.in(Place.EXIT).shape();
  private static final Field<List<ExitCondition>> EXIT_WHEN =
      Field.optional(
          "exitWhen",
          ListShape.of(
              "exit conditions",
              new TextOrObject<>(
                  "an exit condition (order-finalized, website-entered or an event matcher)",
                  EXIT_WORD,
                  new MappedShape<>(EXIT_MATCHER, ExitEvent::new))),
          "what ends a journey at once");
  private static final Field<Duration> MAX_DURATION =
      Field.optional("maxDuration", DurationText.SHAPE, "longest life of an instance");
  private static final Field<Long> MAX =
      Field.required("max", IntegerShape.COUNT, "how often a customer may enter");
  private static final Field<Duration> PER =
      Field.optional("per", DurationText.SHAPE, "within which time; ever unless given");
  private static final Field<EntryLimit> ENTRY_LIMIT =
      Field.optional(
          "entryLimit",
          ObjectShape.of(
              "how often a customer may enter",
              List.of(MAX, PER),
              values -> new EntryLimit(values.get(MAX).intValue(), values.find(PER))),
          "how often a customer may enter");
  private static final Field<Long> MAX_INSTANCES =
      Field.optional("maxInstances", IntegerShape.COUNT, "active at once per customer");
  private static final Field<Reference> INSTANCE_KEY =
      Field.optional(
          "instanceKey",
          ReferenceText.object(List.of(Source.TRIGGER)),
          "what tells the journeys of one customer apart");
  private static final Field<OnUpdate> ON_UPDATE =
      Field.optional(
          "onUpdate",
          Words.of("what an update does", List.of(OnUpdate.values()), OnUpdate::id),
          "what a new version does to instances in flight");

  static final Shape<Settings> SHAPE =
      ObjectShape.of(
          "the settings of a scenario",
          List.of(
              DUPLICATE_HANDLING,
              EXIT_WHEN,
              MAX_DURATION,
              ENTRY_LIMIT,
              MAX_INSTANCES,
              INSTANCE_KEY,
              ON_UPDATE),
          SettingsShape::settings);

  private SettingsShape() {}

  private static Settings settings(Values values) {
    Settings usual = Settings.DEFAULT;
    return new Settings(
        values.find(DUPLICATE_HANDLING).orElse(usual.duplicateHandling()),
        values.find(EXIT_WHEN).orElse(usual.exitWhen()),
        values.find(MAX_DURATION).orElse(usual.maxDuration()),
        values.find(ENTRY_LIMIT),
        values.find(MAX_INSTANCES).map(Long::intValue).orElse(usual.maxInstances()),
        values.find(INSTANCE_KEY),
        values.find(ON_UPDATE).orElse(usual.onUpdate()));
  }
}
