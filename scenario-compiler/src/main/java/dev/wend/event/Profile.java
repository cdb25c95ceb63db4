package dev.wend.event;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is known of a customer (SEMANTICS.md section 1). Immutable: a change gives a new profile, so that triggers can
 * compare the profile just before with the one just after.
 */
public final class Profile {
  /** The profile of a customer of whom nothing is known. */
  public static final Profile EMPTY =
      new Profile(
          Collections.unmodifiableSortedSet(new TreeSet<>(Utf8Order.INSTANCE)),
          Collections.unmodifiableSortedSet(new TreeSet<>(Utf8Order.INSTANCE)),
          Collections.unmodifiableSortedMap(new TreeMap<>(Utf8Order.INSTANCE)),
          Json.object());

  private final SortedSet<String> tags;
  private final SortedSet<String> segments;
  private final SortedMap<String, Long> consents;
  private final Traits traits;

  /**
   * A profile of what is never modified afterwards.
   *
   * @param tags in UTF-8 order
   * @param segments in UTF-8 order
   * @param consents held consents, each with the time at which it was last given (epoch milliseconds)
   */
  public Profile(
      SortedSet<String> tags,
      SortedSet<String> segments,
      SortedMap<String, Long> consents,
      Traits traits) {
    this.tags = tags;
    this.segments = segments;
    this.consents = consents;
    this.traits = traits;
  }

  /** A profile with the traits in {@code fields}. */
  public Profile(
      SortedSet<String> tags,
      SortedSet<String> segments,
      SortedMap<String, Long> consents,
      ObjectNode fields) {
    this(tags, segments, consents, Traits.of(fields));
  }

  /** In UTF-8 order. */
  public SortedSet<String> tags() {
    return tags;
  }

  /** In UTF-8 order. */
  public SortedSet<String> segments() {
    return segments;
  }

  /** Held consents, each with the time at which it was last given (epoch milliseconds). */
  public SortedMap<String, Long> consents() {
    return consents;
  }

  public Traits traits() {
    return traits;
  }

  /** The traits; never modified. */
  public ObjectNode fields() {
    return traits.fields();
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return tags.isEmpty() && segments.isEmpty() && consents.isEmpty() && traits.isEmpty();
  }

  /** The profile after {@code event}; this very profile where the event changes nothing. */
  public Profile after(CustomerEvent event) {
    return switch (event.kind()) {
      case TAG_ADDED -> after(event, "tag", this::withTag);
      case TAG_REMOVED -> after(event, "tag", this::withoutTag);
      case SEGMENT_ENTERED ->
          after(event, "audience_key", segment -> withSegments(added(segments, segment)));
      case SEGMENT_LEFT ->
          after(event, "audience_key", segment -> withSegments(removed(segments, segment)));
      case CONSENT_GIVEN ->
          after(event, "consent", consent -> withConsent(consent, event.timestamp()));
      case CONSENT_WITHDRAWN -> after(event, "consent", this::withoutConsent);
      case PROFILE_UPDATED -> withFields(event.properties());
      case CUSTOMER_ERASED -> EMPTY;
      default -> this;
    };
  }

  /**
   * The profile after an event that came late (section 5, step 1): a {@code consent-withdrawn} still withdraws what was given
   * before it; nothing else changes anything.
   */
  public Profile afterLate(CustomerEvent event) {
    return event.kind() == EventKind.CONSENT_WITHDRAWN
        ? after(event, "consent", consent -> withoutConsentGivenBefore(consent, event.timestamp()))
        : this;
  }

  private Profile withoutConsentGivenBefore(String consent, long timestamp) {
    return consents.getOrDefault(consent, Long.MAX_VALUE) < timestamp
        ? withoutConsent(consent)
        : this;
  }

  /** A name that is not text leaves the profile as it is. */
  private Profile after(CustomerEvent event, String key, Function<String, Profile> change) {
    return event.textProperty(key).map(change).orElse(this);
  }

  /** With {@code tag}. */
  public Profile withTag(String tag) {
    SortedSet<String> changed = added(tags, tag);
    return changed == tags ? this : new Profile(changed, segments, consents, traits);
  }

  /** Without {@code tag}. */
  public Profile withoutTag(String tag) {
    SortedSet<String> changed = removed(tags, tag);
    return changed == tags ? this : new Profile(changed, segments, consents, traits);
  }

  /** With a consent given at {@code timestamp}. */
  public Profile withConsent(String consent, long timestamp) {
    if (consents.getOrDefault(consent, Long.MIN_VALUE) >= timestamp) {
      return this;
    }
    SortedMap<String, Long> changed = new TreeMap<>(consents);
    changed.put(consent, timestamp);
    return new Profile(tags, segments, Collections.unmodifiableSortedMap(changed), traits);
  }

  /** Without {@code consent}. */
  public Profile withoutConsent(String consent) {
    if (!consents.containsKey(consent)) {
      return this;
    }
    SortedMap<String, Long> changed = new TreeMap<>(consents);
    changed.remove(consent);
    return new Profile(tags, segments, Collections.unmodifiableSortedMap(changed), traits);
  }

  /** With each trait in place of the field of that name; a null trait removes it. */
  public Profile withFields(ObjectNode traits) {
    ObjectNode changed = fields().deepCopy();
    for (var trait : traits.properties()) {
      if (trait.getValue().isNull()) {
        changed.remove(trait.getKey());
      } else {
        changed.set(trait.getKey(), trait.getValue());
      }
    }
    return changed.equals(fields()) ? this : new Profile(tags, segments, consents, changed);
  }

  /** The profile as an object, into which {@code profile:} points. */
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    tags.forEach(json.putArray("tags")::add);
    segments.forEach(json.putArray("segments")::add);
    consents.keySet().forEach(json.putArray("consents")::add);
    json.set("fields", fields());
    return json;
  }

  /** The field at a JSON pointer, a missing node where there is none. */
  public JsonNode field(JsonPointer pointer) {
    return fields().at(pointer);
  }

  private Profile withSegments(SortedSet<String> changed) {
    return changed == segments ? this : new Profile(tags, changed, consents, traits);
  }

  private static SortedSet<String> added(SortedSet<String> names, String name) {
    if (names.contains(name)) {
      return names;
    }
    SortedSet<String> changed = new TreeSet<>(names);
    changed.add(name);
    return Collections.unmodifiableSortedSet(changed);
  }

  private static SortedSet<String> removed(SortedSet<String> names, String name) {
    if (!names.contains(name)) {
      return names;
    }
    SortedSet<String> changed = new TreeSet<>(names);
    changed.remove(name);
    return Collections.unmodifiableSortedSet(changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Profile that
        && tags.equals(that.tags)
        && segments.equals(that.segments)
        && consents.equals(that.consents)
        && traits.equals(that.traits);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tags, segments, consents, traits);
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
