package dev.wend.parse.matcher;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.matcher.Where;
import dev.wend.parse.shape.ChoiceByKey;
import dev.wend.parse.shape.Definition;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.value.Pointers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The entries of {@code where}. */
final class WhereShape {
  private static final Field<JsonPointer> PROPERTY =
      Field.required("property", Pointers.POINTER, "a JSON pointer into the event's properties");
  private static final Map<Place, Definition<Where>> ENTRIES = new EnumMap<>(Place.class);

  static {
    for (Place place : Place.values()) {
      ENTRIES.put(place, new Definition<>("where-in-" + place.id(), () -> forms(place)));
    }
  }

  private WhereShape() {}

  static Definition<Where> in(Place place) {
    return ENTRIES.get(place);
  }

  private static Shape<Where> forms(Place place) {
    Shape<List<Where>> entries = ListShape.notEmpty("tests of properties", in(place));
    Field<List<Where>> any = Field.required("any", entries, "at least one of them holds");
    Field<List<Where>> all = Field.required("all", entries, "all of them hold");
    Field<Where> not = Field.required("not", in(place), "it does not hold");
    return new ChoiceByKey<>(
        "a test of properties",
        List.of(
            ChoiceByKey.form("property", property(place)),
            ChoiceByKey.form(
                "any",
                ObjectShape.of(
                    "any of some tests", List.of(any), values -> new Where.Any(values.get(any)))),
            ChoiceByKey.form(
                "all",
                ObjectShape.of(
                    "all of some tests", List.of(all), values -> new Where.All(values.get(all)))),
            ChoiceByKey.form(
                "not",
                ObjectShape.of(
                    "not a test", List.of(not), values -> new Where.Not(values.get(not))))));
  }

  private static Shape<Where.Property> property(Place place) {
    ComparisonFields comparison = new ComparisonFields(place);
    return ObjectShape.checked(
            "a test of one property",
            Stream.concat(Stream.of(PROPERTY), comparison.fields().stream()).toList(),
            values ->
                comparison
                    .comparison(values)
                    .map(compared -> new Where.Property(values.get(PROPERTY), compared)))
        .with(List.of(comparison));
  }
}
