package dev.wend.job.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.TraceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lines of one instance, or of an entry that was refused, in order.
 *
 * @param lines at least one
 */
public record Journey(List<TraceLine> lines) {
  /** The journeys of a customer's trace by their numbers; an erasure is the end of all that were on their way. */
  public static List<Journey> of(List<TraceLine> trace) {
    Map<Integer, List<TraceLine>> journeys = new TreeMap<>();
    for (TraceLine line : trace) {
      if (line.kind() == TraceKind.ERASED) {
        journeys.values().stream().filter(Journey::isOpen).forEach(journey -> journey.add(line));
      } else {
        journeys.computeIfAbsent(line.instance(), number -> new ArrayList<>()).add(line);
      }
    }
    return journeys.values().stream().map(List::copyOf).map(Journey::new).toList();
  }

  public String scenario() {
    return lines.get(0).scenario();
  }

  /** The scenario, the number and the beginning of the id. */
  public String name() {
    return scenario() + " " + lines.get(0).instanceName();
  }

  /** Whether the instance was still on its way when the clock ended. */
  public boolean isOnItsWay() {
    return isOpen(lines);
  }

  /** Whether some line is about that node. */
  public boolean cameTo(String node) {
    return lines.stream().anyMatch(line -> line.node().equals(node));
  }

  /** The lines up to the last one about that node; all where there is none. */
  public List<TraceLine> upTo(String node) {
    int last = lines.size() - 1;
    while (last > 0 && !lines.get(last).node().equals(node)) {
      last--;
    }
    return cameTo(node) ? lines.subList(0, last + 1) : lines;
  }

  /** The node at which that action was done. */
  public Optional<String> nodeOf(String actionId) {
    return lines.stream()
        .filter(line -> line.action().filter(done -> isOf(done, actionId)).isPresent())
        .map(TraceLine::node)
        .findFirst();
  }

  private static boolean isOf(JsonNode action, String actionId) {
    return action.path("actionId").asText().equals(actionId);
  }

  private static boolean isOpen(List<TraceLine> lines) {
    return switch (lines.get(lines.size() - 1).kind()) {
      case ENTERED, DECIDED, ACTION, SUPPRESSED -> true;
      case RESTARTED,
          EXITED,
          EXPIRED,
          CONDITION_NOT_MET,
          FINISHED,
          ENTRY_IGNORED,
          ENTRY_LIMITED,
          ERASED ->
          false;
    };
  }
}
