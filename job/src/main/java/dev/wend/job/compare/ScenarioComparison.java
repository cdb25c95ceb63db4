package dev.wend.job.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.event.TraceKind;
import dev.wend.event.Utf8Order;
import dev.wend.job.compare.Counts.Name;
import dev.wend.job.compare.Tallies.What;
import dev.wend.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

/**
 * Two scenarios that are compared, or one without counterpart, with what was counted of them.
 *
 * @param name of the pair
 */
record ScenarioComparison(String name, Optional<Scenario> a, Optional<Scenario> b, Counts counts) {

  /** How many customers go another way. */
  long differentCustomers() {
    return counts.of(What.DIFFERENT_IN_SCENARIO, name);
  }

  /** How many customers have a record of it on that side. */
  long customers(Side side) {
    return counts.of(What.CUSTOMERS_OF_SIDE, name, side.id());
  }

  /** How many journeys have that outcome. */
  long journeys(Outcome outcome) {
    return counts.of(What.JOURNEYS, name, outcome.id());
  }

  /** How many trace records of a kind that side has. */
  long steps(Side side, TraceKind kind) {
    return counts.sum(What.STEPS, step -> isOf(step, side) && step.part(3).equals(kind.id()));
  }

  /** How many instances wait when the clock ends. */
  long waiting(Side side) {
    return counts.sum(What.WAITING, waiting -> isOf(waiting, side));
  }

  private boolean isOf(Name count, Side side) {
    return count.part(0).equals(name) && count.part(1).equals(side.id());
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("name", name);
    a.ifPresent(scenario -> json.set("a", head(scenario)));
    b.ifPresent(scenario -> json.set("b", head(scenario)));
    ObjectNode customers = Counts.sides(this::customers);
    customers.put("differ", differentCustomers());
    json.set("customers", customers);
    ObjectNode journeys = json.putObject("journeys");
    for (Outcome outcome : Outcome.values()) {
      journeys.put(outcome.id(), journeys(outcome));
    }
    json.set("counts", totals());
    ComparedGraph graph = new ComparedGraph(name, a, b, counts);
    json.set("nodes", graph.nodes());
    json.set("edges", graph.edges());
    json.set("partings", partings());
    return json;
  }

  private static ObjectNode head(Scenario scenario) {
    return Json.object()
        .put("id", scenario.id())
        .put("version", scenario.version())
        .put("name", scenario.name());
  }

  private ObjectNode totals() {
    ObjectNode json = Json.object();
    for (TraceKind kind : TraceKind.values()) {
      if (kind != TraceKind.ERASED) {
        json.set(kind.id(), Counts.sides(side -> steps(side, kind)));
      }
    }
    json.set("waiting", Counts.sides(this::waiting));
    json.set("erased", Counts.sides(side -> counts.of(What.ERASED, name, side.id())));
    return json;
  }

  /** The most frequent first. */
  private ArrayNode partings() {
    ArrayNode json = Json.MAPPER.createArrayNode();
    counts.names(What.PARTINGS).stream()
        .filter(parting -> parting.part(0).equals(name))
        .sorted(
            Comparator.comparing((Name parting) -> -parted(What.PARTINGS, parting))
                .thenComparing(parting -> parting.parts().toString(), Utf8Order.INSTANCE))
        .forEach(parting -> json.add(parting(parting)));
    return json;
  }

  private ObjectNode parting(Name parting) {
    ObjectNode json = Json.object().put("outcome", parting.part(1));
    put(json, Side.A, parting.part(2));
    put(json, Side.B, parting.part(3));
    json.set("differ", Json.read(parting.part(4).getBytes(StandardCharsets.UTF_8)));
    json.put("journeys", parted(What.PARTINGS, parting));
    json.put("customersFirst", parted(What.FIRST_PARTINGS, parting));
    return json;
  }

  private static void put(ObjectNode json, Side side, String turn) {
    if (!turn.isEmpty()) {
      json.set(side.id(), Json.read(turn.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private long parted(What what, Name parting) {
    return counts.of(what, parting.parts().toArray(String[]::new));
  }
}
