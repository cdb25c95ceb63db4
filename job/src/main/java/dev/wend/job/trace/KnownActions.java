package dev.wend.job.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the action records say about the records of one customer's trace. */
final class KnownActions {
  private final Map<List<String>, JsonNode> done = new HashMap<>();
  private final Map<List<String>, JsonNode> ofNodes = new HashMap<>();
  private final Map<String, String> triggers = new HashMap<>();

  /**
   * Reads the actions of a customer, and of each node at which nothing was sent to that customer.
   *
   * @param trace the customer's records
   */
  static KnownActions read(ReplayFiles files, String customer, List<JsonNode> trace)
      throws UnreadableTraceException {
    Set<String> wanted = new HashSet<>();
    wanted.add(ReplayFiles.written("customerId", customer));
    trace.stream()
        .filter(record -> record.path("kind").asText().equals("suppressed"))
        .forEach(
            record -> wanted.add(ReplayFiles.written("nodeId", record.path("nodeId").asText())));
    KnownActions known = new KnownActions();
    files.actions(
        line -> wanted.stream().anyMatch(line::contains), action -> known.add(action, customer));
    return known;
  }

  private void add(JsonNode action, String customer) {
    ofNodes.putIfAbsent(node(action), action);
    if (action.path("customerId").asText().equals(customer)) {
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
