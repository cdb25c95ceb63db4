package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Random values of {@code on}. */
final class RandomTriggers {
  private static final List<Feature> OTHERS =
      List.of(
          Feature.ON_SEGMENT,
          Feature.ON_PROFILE,
          Feature.ON_FIELD_CHANGED,
          Feature.ON_TAG,
          Feature.ON_DATE,
          Feature.ON_ANNIVERSARY,
          Feature.ON_PATTERN);

  private final Chance chance;
  private final Season season;
  private final List<Feature> features;
  private final RandomMatchers matchers;
  private final List<String> kinds;

  /**
   * Triggers.
   *
   * @param kinds to which those are added that the triggers live by
   */
  RandomTriggers(
      Chance chance,
      Season season,
      Set<Feature> features,
      RandomMatchers matchers,
      List<String> kinds) {
    this.season = season;
    this.kinds = kinds;
    this.chance = chance;
    this.features = new ArrayList<>(OTHERS);
    this.features.retainAll(features);
    this.matchers = matchers;
  }

  ObjectNode next() {
    if (features.isEmpty() || chance.percent(50)) {
      return matchers.event(true);
    }
    ObjectNode on = Json.object();
    Feature feature = chance.of(features);
    if (feature == Feature.ON_PATTERN) {
      return new RandomSequences(chance, matchers).ofTrigger();
    }
    switch (feature) {
      case ON_SEGMENT -> {
        kinds.addAll(List.of("segment-entered", "segment-entered", "segment-left"));
        on.put("segment", chance.of(Words.SEGMENTS))
            .put("members", chance.of("current", "new", "both"));
      }
      case ON_PROFILE -> profile(on);
      case ON_FIELD_CHANGED -> {
        kinds.add("profile-updated");
        on.put("field", chance.of(Words.FIELDS)).put("changed", true);
      }
      case ON_TAG -> {
        kinds.addAll(List.of("tag-added", "tag-removed"));
        on.put("tag", chance.of(Words.TAGS)).put("change", chance.of("added", "removed"));
      }
      case ON_DATE -> date(on);
      default -> anniversary(on);
    }
    return on;
  }

  private void profile(ObjectNode on) {
    kinds.addAll(List.of("profile-updated", "tag-added", "segment-left"));
    switch (chance.between(0, 3)) {
      case 0 -> on.set("not", matchers.profile(true, 1));
      case 1 -> on.putArray("all").add(matchers.profile(true, 1)).add(matchers.profile(true, 1));
      case 2 -> on.putArray("any").add(matchers.profile(true, 1)).add(matchers.profile(true, 1));
      default -> matchers.field(on, true);
    }
  }

  private void date(ObjectNode on) {
    kinds.add("segment-entered");
    int step = chance.between(0, 30);
    on.put("date", chance.percent(70) ? season.moment(step) : season.localMoment(step));
    on.put("segment", chance.of(Words.SEGMENTS));
  }

  private void anniversary(ObjectNode on) {
    kinds.add("profile-updated");
    on.put("anniversary", chance.of("/birthday", "/birthday", "/x"));
    if (chance.percent(80)) {
      on.put("timeOfDay", chance.of("00:00", "02:30", "02:30", "02:30", "00:10:00", "23:50"));
    }
    if (chance.percent(40)) {
      on.put("timeZoneField", "/zone");
    }
  }
}
