package dev.wend.job.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A choice among the customers that differ: the first ones of every way to part, as evenly as there is room, so that each way
 * is seen.
 */
final class ShownCustomers {
  private final int room;
  private final Map<String, List<Integer>> places = new HashMap<>();
  private final SortedMap<Integer, ObjectNode> kept = new TreeMap<>();
  private int seen;

  ShownCustomers(int room) {
    this.room = room;
  }

  /** The next customer, in the order of customers. */
  void see(byte[] timelines) {
    int place = seen++;
    ObjectNode customer = (ObjectNode) Json.read(timelines);
    places.computeIfAbsent(way(customer), way -> new ArrayList<>()).add(place);
    kept.put(place, customer);
    if (kept.size() > room) {
      List<Integer> fullest = fullest();
      kept.remove(fullest.remove(fullest.size() - 1));
    }
  }

  /** The way that has most customers, of several the one whose last came latest. */
  private List<Integer> fullest() {
    List<Integer> fullest = List.of();
    for (List<Integer> way : places.values()) {
      boolean fuller = way.size() > fullest.size();
      boolean later = way.size() == fullest.size() && !way.isEmpty() && last(way) > last(fullest);
      fullest = fuller || later ? way : fullest;
    }
    return fullest;
  }

  private static int last(List<Integer> way) {
    return way.get(way.size() - 1);
  }

  /** In the order of customers. */
  List<ObjectNode> chosen() {
    return List.copyOf(kept.values());
  }

  /** Where the first journey that differs goes another way. */
  private static String way(ObjectNode customer) {
    JsonNode journey = customer.path("journeys").path(customer.path("first").asInt());
    int turning = journey.path("turning").asInt();
    return journey.path("scenario")
        + turn(journey.path("a").path("steps").path(turning))
        + turn(journey.path("b").path("steps").path(turning));
  }

  private static String turn(JsonNode step) {
    return " "
        + step.path("node")
        + step.path("kind")
        + step.path("decision")
        + step.path("reason");
  }
}
