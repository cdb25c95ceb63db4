package dev.wend.job.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.compile.NodeEdge;
import dev.wend.compile.NodeText;
import dev.wend.event.Json;
import dev.wend.event.TraceKind;
import dev.wend.event.Utf8Order;
import dev.wend.job.compare.Tallies.What;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The nodes and edges of two scenarios laid upon each other, with what was counted at each.
 *
 * @param name of the pair
 */
record ComparedGraph(String name, Optional<Scenario> a, Optional<Scenario> b, Counts counts) {
  /** What each of them is and asks, how many journeys came to it, and what happened there. */
  ArrayNode nodes() {
    ArrayNode json = Json.MAPPER.createArrayNode();
    Map<String, ObjectNode> types = told(Node::type);
    Map<String, ObjectNode> details = told(NodeText::of);
    types.forEach(
        (id, type) -> {
          ObjectNode node = json.addObject();
          node.put("id", id);
          node.set("type", type);
          node.set("detail", details.get(id));
          node.set("arrived", Counts.sides(side -> arrived(side, id)));
          node.set("counts", counts(id));
        });
    return json;
  }

  private long arrived(Side side, String node) {
    long entered = counts.of(What.STEPS, name, side.id(), node, TraceKind.ENTERED.id(), "");
    return entered
        + counts.sum(
            What.EDGES,
            edge ->
                edge.part(0).equals(name)
                    && edge.part(1).equals(side.id())
                    && edge.part(4).equals(node));
  }

  /** What stands at each of them, and how many journeys went along it. */
  ArrayNode edges() {
    Map<NodeEdge, ObjectNode> labels = new LinkedHashMap<>();
    for (Side side : Side.values()) {
      of(side)
          .forEach(
              node ->
                  NodeEdge.of(node)
                      .forEach(
                          edge ->
                              labels
                                  .computeIfAbsent(edge, known -> Json.object())
                                  .put(side.id(), NodeText.of(node, edge))));
    }
    ArrayNode json = Json.MAPPER.createArrayNode();
    labels.forEach((edge, label) -> json.add(edge(edge, label)));
    return json;
  }

  private ObjectNode edge(NodeEdge edge, ObjectNode label) {
    ObjectNode json = Json.object().put("from", edge.from()).put("to", edge.to());
    json.put("decision", edge.decision());
    json.set("label", label);
    json.set(
        "journeys",
        Counts.sides(
            side ->
                counts.of(What.EDGES, name, side.id(), edge.from(), edge.decision(), edge.to())));
    return json;
  }

  /** What each side says of the nodes of A in document order, then of those that only B has. */
  private Map<String, ObjectNode> told(Function<Node, String> what) {
    Map<String, ObjectNode> told = new LinkedHashMap<>();
    for (Side side : Side.values()) {
      of(side)
          .forEach(
              node ->
                  told.computeIfAbsent(node.id(), known -> Json.object())
                      .put(side.id(), what.apply(node)));
    }
    return told;
  }

  private List<Node> of(Side side) {
    return (side == Side.A ? a : b).map(Scenario::nodes).orElse(List.of());
  }

  private ArrayNode counts(String node) {
    ArrayNode json = Json.MAPPER.createArrayNode();
    counts.names(What.STEPS).stream()
        .filter(step -> step.part(0).equals(name) && step.part(2).equals(node))
        .map(step -> List.of(step.part(3), step.part(4)))
        .distinct()
        .sorted(
            Comparator.comparing((List<String> turn) -> TraceKind.of(turn.get(0)).orElseThrow())
                .thenComparing(turn -> turn.get(1), Utf8Order.INSTANCE))
        .forEach(turn -> json.add(count(node, turn.get(0), turn.get(1))));
    ObjectNode waiting = Counts.sides(side -> counts.of(What.WAITING, name, side.id(), node));
    if (waiting.path("a").asLong() + waiting.path("b").asLong() > 0) {
      json.add(Json.object().put("kind", "waiting").setAll(waiting));
    }
    return json;
  }

  private ObjectNode count(String node, String kind, String detail) {
    ObjectNode json = Json.object().put("kind", kind);
    if (!detail.isEmpty()) {
      json.put(kind.equals(TraceKind.DECIDED.id()) ? "decision" : "reason", detail);
    }
    json.setAll(Counts.sides(side -> counts.of(What.STEPS, name, side.id(), node, kind, detail)));
    return json;
  }
}
