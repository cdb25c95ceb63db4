package dev.wend.job.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.event.Utf8Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One customer on both sides.
 *
 * @param journeys in the order of their entries
 */
record ComparedCustomer(String customerId, List<Matched> journeys) {
  private static final Comparator<Matched> BY_ENTRY =
      Comparator.comparingLong((Matched matched) -> matched.entry().timestamp())
          .thenComparing(matched -> matched.key().scenario(), Utf8Order.INSTANCE)
          .thenComparingInt(matched -> number(matched.a()))
          .thenComparingInt(matched -> number(matched.b()));
  private static final Comparator<Matched> BY_PARTING =
      Comparator.comparingLong((Matched matched) -> matched.parted()).thenComparing(BY_ENTRY);

  /** Lays the journeys with the same entry side by side. */
  static ComparedCustomer of(
      String customerId, Map<Journey.Key, Journey> a, Map<Journey.Key, Journey> b) {
    Set<Journey.Key> keys = new LinkedHashSet<>(a.keySet());
    keys.addAll(b.keySet());
    List<Matched> journeys = new ArrayList<>();
    for (Journey.Key key : keys) {
      journeys.add(
          new Matched(key, Optional.ofNullable(a.get(key)), Optional.ofNullable(b.get(key))));
    }
    journeys.sort(BY_ENTRY);
    return new ComparedCustomer(customerId, List.copyOf(journeys));
  }

  /** The journeys that differ, in the order in which they part. */
  List<Matched> partings() {
    return journeys.stream().filter(Matched::differs).sorted(BY_PARTING).toList();
  }

  /** The line of {@code differences.jsonl}. */
  ObjectNode difference() {
    ObjectNode json = Json.object();
    json.put("customerId", customerId);
    ArrayNode partings = json.putArray("partings");
    partings().forEach(matched -> partings.add(matched.toJson()));
    return json;
  }

  /** All journeys with all their steps, for the page. */
  ObjectNode timelines() {
    List<Matched> partings = partings();
    ObjectNode json = Json.object();
    json.put("customerId", customerId);
    json.put("first", journeys.indexOf(partings.get(0)));
    ArrayNode all = json.putArray("journeys");
    for (Matched matched : journeys) {
      ObjectNode journey = all.addObject();
      journey.put("scenario", matched.key().scenario());
      journey.put("outcome", matched.outcome().id());
      journey.put("parting", matched.partingIndex());
      journey.put("turning", matched.turningIndex());
      matched.a().ifPresent(known -> journey.set("a", side(known)));
      matched.b().ifPresent(known -> journey.set("b", side(known)));
    }
    return json;
  }

  private static ObjectNode side(Journey journey) {
    ObjectNode json = Json.object();
    json.put("number", journey.number());
    ArrayNode steps = json.putArray("steps");
    journey.steps().forEach(step -> steps.add(step.toJson()));
    journey
        .waiting()
        .ifPresent(
            waiting ->
                json.putObject("waiting")
                    .put("node", waiting.node())
                    .put("since", waiting.since()));
    return json;
  }

  private static int number(Optional<Journey> journey) {
    return journey.map(Journey::number).orElse(0);
  }
}
