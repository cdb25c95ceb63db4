package dev.wend.job.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the action records say about the records of some customers' traces. */
final class KnownActions {
  private final Map<List<String>, JsonNode> done = new HashMap<>();
  private final Map<List<String>, JsonNode> ofNodes = new HashMap<>();
  private final Map<String, String> triggers = new HashMap<>();

  /**
   * Reads the actions of some customers, and of each node at which nothing was sent to one of them.
   *
   * @param trace the customers' records
   */
  static KnownActions read(ReplayFiles files, Set<String> customers, List<JsonNode> trace)
      throws UnreadableTraceException {
    Set<String> nodes = new HashSet<>();
    trace.stream()
        .filter(record -> record.path("kind").asText().equals("suppressed"))
        .forEach(
            record -> nodes.add(ReplayFiles.written("nodeId", record.path("nodeId").asText())));
    Predicate<String> ofCustomers = ReplayFiles.linesOf(customers);
    KnownActions known = new KnownActions();
    files.actions(
        line -> ofCustomers.test(line) || nodes.stream().anyMatch(line::contains),
        action -> known.add(action, customers));
    return known;
  }

  private void add(JsonNode action, Set<String> customers) {
    ofNodes.putIfAbsent(node(action), action);
    if (customers.contains(action.path("customerId").asText())) {
      done.put(place(action), action);
      JsonNode kind = action.path("trigger").path("kind");
      if (kind.isTextual()) {
        triggers.put(action.path("instanceId").asText(), kind.asText());
      }
    }
  }

  /** The action that a trace record tells of. */
  Optional<JsonNode> doneAt(JsonNode trace) {
    return Optional.ofNullable(done.get(place(trace)));
  }

  /** An action of the same node of the same version, whosoever's. */
  Optional<JsonNode> ofNode(JsonNode trace) {
    return Optional.ofNullable(ofNodes.get(node(trace)));
  }

  /** The kind of event by which the instance of a trace record entered, where an action of it tells. */
  Optional<String> trigger(JsonNode trace) {
    return Optional.ofNullable(triggers.get(trace.path("instanceId").asText()));
  }

  private static List<String> place(JsonNode record) {
    return List.of(record.path("instanceId").asText(), record.path("nodeId").asText());
  }

  private static List<String> node(JsonNode record) {
    return List.of(
        record.path("scenarioId").asText(),
        record.path("scenarioVersion").asText(),
        record.path("nodeId").asText());
  }
}
