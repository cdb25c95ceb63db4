package dev.wend.parse.matcher;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.matcher.ProfileMatcher;
import dev.wend.parse.shape.ChoiceByKey;
import dev.wend.parse.shape.ChoiceByKey.Form;
import dev.wend.parse.shape.Definition;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.value.CatalogueList;
import dev.wend.parse.value.Names;
import dev.wend.parse.value.Pointers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A test of the profile (SEMANTICS.md section 3). */
public final class ProfileMatcherShape {
  static final Field<JsonPointer> FIELD =
      Field.required("field", Pointers.POINTER, "a JSON pointer into the fields of the profile");
  private static final Field<String> SEGMENT =
      Field.required("segment", CatalogueList.SEGMENTS, "member of this segment");
  private static final Field<String> TAG = Field.required("tag", Names.NAME, "has this tag");
  private static final Field<String> CONSENT =
      Field.required("consent", Names.NAME, "holds this consent");
  private static final Map<Place, Definition<ProfileMatcher>> BY_PLACE = new EnumMap<>(Place.class);

  static {
    for (Place place : Place.values()) {
      BY_PLACE.put(place, new Definition<>("profile-in-" + place.id(), () -> choice(place)));
    }
  }

  private ProfileMatcherShape() {}

  /** Profile matchers in that place. */
  public static Definition<ProfileMatcher> in(Place place) {
    return BY_PLACE.get(place);
  }

  private static Shape<ProfileMatcher> choice(Place place) {
    return new ChoiceByKey<>("a profile matcher", forms(place));
  }

  /** All forms of profile matchers. */
  static List<Form<ProfileMatcher>> forms(Place place) {
    return Stream.concat(
            Stream.<Form<ProfileMatcher>>of(
                ChoiceByKey.<ProfileMatcher>form(
                    "segment",
                    ObjectShape.of(
                        "member of a segment",
                        List.of(SEGMENT),
                        values -> new ProfileMatcher.InSegment(values.get(SEGMENT)))),
                ChoiceByKey.<ProfileMatcher>form(
                    "tag",
                    ObjectShape.of(
                        "has a tag",
                        List.of(TAG),
                        values -> new ProfileMatcher.HasTag(values.get(TAG)))),
                ChoiceByKey.<ProfileMatcher>form(
                    "consent",
                    ObjectShape.of(
                        "holds a consent",
                        List.of(CONSENT),
                        values -> new ProfileMatcher.HasConsent(values.get(CONSENT))))),
            formsOfTriggers(place).stream())
        .toList();
  }

  /** Those that also stand by themselves in the {@code on} of a trigger. */
  static List<Form<ProfileMatcher>> formsOfTriggers(Place place) {
    Shape<List<ProfileMatcher>> parts = ListShape.notEmpty("profile matchers", in(place));
    Field<ProfileMatcher> not = Field.required("not", in(place), "it does not hold");
    Field<List<ProfileMatcher>> all = Field.required("all", parts, "all of them hold");
    Field<List<ProfileMatcher>> any = Field.required("any", parts, "at least one of them holds");
    return List.<Form<ProfileMatcher>>of(
        ChoiceByKey.<ProfileMatcher>form("field", field(place)),
        ChoiceByKey.<ProfileMatcher>form(
            "not",
            ObjectShape.of(
                "not a profile matcher",
                List.of(not),
                values -> new ProfileMatcher.Not(values.get(not)))),
        ChoiceByKey.<ProfileMatcher>form(
            "all",
            ObjectShape.of(
                "all of some profile matchers",
                List.of(all),
                values -> new ProfileMatcher.All(values.get(all)))),
        ChoiceByKey.<ProfileMatcher>form(
            "any",
            ObjectShape.of(
                "any of some profile matchers",
                List.of(any),
                values -> new ProfileMatcher.Any(values.get(any)))));
  }

  private static Shape<ProfileMatcher.Field> field(Place place) {
    ComparisonFields comparison = new ComparisonFields(place);
    return ObjectShape.checked(
            "a field compared",
            Stream.concat(Stream.of(FIELD), comparison.fields().stream()).toList(),
            values ->
                comparison
                    .comparison(values)
                    .map(compared -> new ProfileMatcher.Field(values.get(FIELD), compared)))
        .with(List.of(comparison));
  }
}
