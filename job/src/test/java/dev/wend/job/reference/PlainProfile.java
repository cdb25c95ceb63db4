package dev.wend.job.reference;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.CustomerEvent;
import java.util.ArrayList;
import java.util.List;

/** The profile as an object with {@code tags}, {@code segments}, {@code consents} and {@code fields} (section 1). */
final class PlainProfile {
  private PlainProfile() {}

  static ObjectNode nothing() {
    ObjectNode profile = Plain.JSON.objectNode();
    profile.putArray("tags");
    profile.putArray("segments");
    profile.putArray("consents");
    profile.putObject("fields");
    return profile;
  }

  static ObjectNode after(CustomerEvent event, ObjectNode before) {
    ObjectNode profile = before.deepCopy();
    ObjectNode properties = event.properties();
    switch (event.kind()) {
      case TAG_ADDED -> add(profile, "tags", properties.path("tag"));
      case TAG_REMOVED -> remove(profile, "tags", properties.path("tag"));
      case SEGMENT_ENTERED -> add(profile, "segments", properties.path("audience_key"));
      case SEGMENT_LEFT -> remove(profile, "segments", properties.path("audience_key"));
      case CONSENT_GIVEN -> add(profile, "consents", properties.path("consent"));
      case CONSENT_WITHDRAWN -> remove(profile, "consents", properties.path("consent"));
      case PROFILE_UPDATED ->
          properties.properties().forEach(trait -> set(profile, trait.getKey(), trait.getValue()));
      default -> {
        // Events of other kinds leave the profile as it is.
      }
    }
    return profile;
  }

  static void add(ObjectNode profile, String list, JsonNode name) {
    if (name.isTextual()) {
      List<String> names = names(profile, list, name.textValue());
      names.add(name.textValue());
      write(profile, list, names);
    }
  }

  static void remove(ObjectNode profile, String list, JsonNode name) {
    if (name.isTextual()) {
      write(profile, list, names(profile, list, name.textValue()));
    }
  }

  /** {@code update-field}: makes objects on the way in place of whatever is none; null removes and makes nothing. */
  static void update(ObjectNode profile, JsonPointer field, JsonNode value) {
    ObjectNode parent = (ObjectNode) profile.get("fields");
    JsonPointer rest = field;
    while (!rest.tail().matches()) {
      JsonNode child = parent.path(rest.getMatchingProperty());
      if (!child.isObject() && value.isNull()) {
        return;
      }
      parent = child.isObject() ? (ObjectNode) child : parent.putObject(rest.getMatchingProperty());
      rest = rest.tail();
    }
    if (value.isNull()) {
      parent.remove(rest.getMatchingProperty());
    } else {
      parent.set(rest.getMatchingProperty(), value);
    }
  }

  private static void set(ObjectNode profile, String field, JsonNode value) {
    ObjectNode fields = (ObjectNode) profile.get("fields");
    if (value.isNull()) {
      fields.remove(field);
    } else {
      fields.set(field, value);
    }
  }

  private static List<String> names(ObjectNode profile, String list, String without) {
    List<String> names = new ArrayList<>();
    profile.get(list).forEach(name -> names.add(name.textValue()));
    names.remove(without);
    return names;
  }

  private static void write(ObjectNode profile, String list, List<String> names) {
    names.sort(PlainComparison::compareTexts);
    names.forEach(profile.putArray(list)::add);
  }
}
