package dev.wend.parse.matcher;

import dev.wend.event.Channel;
import dev.wend.issue.IssueCode;
import dev.wend.matcher.Comparison;
import dev.wend.matcher.EventFilter;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.EventSelector;
import dev.wend.matcher.Where;
import dev.wend.parse.shape.BooleanShape;
import dev.wend.parse.shape.Constraint;
import dev.wend.parse.shape.Definition;
import dev.wend.parse.shape.Field;
import dev.wend.parse.shape.ListShape;
import dev.wend.parse.shape.ObjectShape;
import dev.wend.parse.shape.Values;
import dev.wend.parse.shape.Words;
import dev.wend.parse.value.CatalogueList;
import dev.wend.parse.value.NodeReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A test of one event (SEMANTICS.md section 3). */
public final class EventMatcherShape {
  static final Field<EventSelector> EVENT =
      Field.required(
          "event",
          new Words<>(
              "an event kind", EventSelector.ALL, EventSelector::id, IssueCode.UNKNOWN_EVENT),
          "the kind of event");
  static final Field<List<String>> PRODUCTS =
      Field.optional(
          "products",
          ListShape.notEmpty("product ids or skus", CatalogueList.PRODUCTS),
          "product ids or skus, of which one must be there");
  static final Field<String> OF =
      Field.optional(
          "of",
          NodeReference.MESSAGE,
          "the send node of this scenario whose message the event must be about");
  static final Field<Boolean> MACHINE_OPENS =
      Field.optional(
          "machineOpens", BooleanShape.EITHER, "whether an email-opened by a machine counts");

  private static final Field<?> NO_MESSAGE =
      Field.refused(
          OF.name(),
          "'of' asks about a message of this very instance; it stands only in conditions and in branches of wait-for");
  private static final Field<Channel> CHANNEL =
      Field.optional(
          "channel",
          Words.of("a channel", List.of(Channel.values()), Channel::id),
          "where it happened");
  private static final Map<Place, EventMatcherShape> BY_PLACE = new EnumMap<>(Place.class);

  static {
    for (Place place : Place.values()) {
      BY_PLACE.put(place, new EventMatcherShape(place));
    }
  }

  private final Place place;
  private final Map<EventFilter, Field<Comparison>> filters = new EnumMap<>(EventFilter.class);
  private final Field<List<Where>> where;
  private final Definition<EventMatcher> matcher;

  private EventMatcherShape(Place place) {
    this.place = place;
    for (EventFilter filter : EventFilter.values()) {
      String description =
          "the event's " + filter.id() + ": a text that it equals, or a comparison";
      filters.put(filter, Field.optional(filter.id(), FilterShape.of(filter, place), description));
    }
    this.where =
        Field.optional(
            "where",
            ListShape.of("tests of properties", WhereShape.in(place)),
            "tests of the event's properties, all of which must hold");
    this.matcher =
        new Definition<>(
            "event-in-" + place.id(),
            () -> ObjectShape.of("an event matcher", fields(), this::matcher).with(constraints()));
  }

  /** Event matchers in that place. */
  public static EventMatcherShape in(Place place) {
    return BY_PLACE.get(place);
  }

  /** An event matcher by itself. */
  public Definition<EventMatcher> shape() {
    return matcher;
  }

  /** The keys of an event matcher, for objects that have more. */
  List<Field<?>> fields() {
    List<Field<?>> fields = new ArrayList<>();
    fields.add(EVENT);
    fields.add(CHANNEL);
    fields.addAll(filters.values());
    fields.add(PRODUCTS);
    fields.add(where);
    fields.add(place.knowsMessages() ? OF : NO_MESSAGE);
    fields.add(MACHINE_OPENS);
    return fields;
  }

  List<Constraint> constraints() {
    return KindOfFilter.constraints();
  }

  /** The event matcher that an object with these fields is. */
  EventMatcher matcher(Values values) {
    Map<EventFilter, Comparison> wanted = new EnumMap<>(EventFilter.class);
    filters.forEach(
        (filter, field) ->
            values.find(field).ifPresent(comparison -> wanted.put(filter, comparison)));
    Set<String> products = new LinkedHashSet<>(values.find(PRODUCTS).orElse(List.of()));
    return new EventMatcher(
        values.get(EVENT),
        values.find(CHANNEL),
        Collections.unmodifiableMap(wanted),
        Collections.unmodifiableSet(products),
        values.find(where).orElse(List.of()),
        values.find(OF),
        values.find(MACHINE_OPENS).orElse(false));
  }
}
