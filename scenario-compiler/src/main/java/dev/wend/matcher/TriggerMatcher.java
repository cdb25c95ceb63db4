package dev.wend.matcher;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.LocalTime;
import java.util.Optional;

/** What lets a customer enter (SEMANTICS.md section 3). */
public sealed interface TriggerMatcher {

  /** Whether the clock may make it due, and not an event alone. */
  default boolean isByClock() {
    return this instanceof OnDate
        || this instanceof OnAnniversary
        || this instanceof OnPattern
        || (this instanceof OnSegment on && on.members() != Members.NEW);
  }

  /** An event. */
  record OnEvent(EventMatcher event) implements TriggerMatcher {}

  /** A sequence of events. */
  record OnPattern(PatternMatcher pattern) implements TriggerMatcher {}

  /** Members of a segment. */
  record OnSegment(String segment, Members members) implements TriggerMatcher {}

  /** The profile comes to meet a matcher. */
  record OnProfile(ProfileMatcher profile) implements TriggerMatcher {}

  /** A field really changes. */
  record OnFieldChanged(JsonPointer field) implements TriggerMatcher {}

  /** A tag really comes or goes. */
  record OnTag(String tag, Change change) implements TriggerMatcher {}

  /**
   * Every member of a segment, at one moment.
   *
   * @param date an instant, or a local date-time in the scenario's zone, as written
   */
  record OnDate(String date, String segment) implements TriggerMatcher {}

  /**
   * Every year on the day that a field holds.
   *
   * @param timeZoneField where the customer's zone stands
   */
  record OnAnniversary(JsonPointer field, LocalTime timeOfDay, Optional<JsonPointer> timeZoneField)
      implements TriggerMatcher {}

  /** Which members of a segment enter. */
  enum Members {
    CURRENT("current"),
    NEW("new"),
    BOTH("both");

    private final String id;

    Members(String id) {
      this.id = id;
    }

    /** As documents write it. */
    public String id() {
      return id;
    }
  }

  /** What happens to a tag. */
  enum Change {
    ADDED("added"),
    REMOVED("removed");

    private final String id;

    Change(String id) {
      this.id = id;
    }

    /** As documents write it. */
    public String id() {
      return id;
    }
  }
}
