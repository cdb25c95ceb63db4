package dev.wend.job.report.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.TraceKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts the trace records of some customers, all of each, in their order. */
final class TraceCount {
  private final Map<String, ScenarioCount> scenarios;
  private final Messages messages;
  private final Map<String, Map<String, Visits>> customers = new HashMap<>();
  private long seen;

  /**
   * Adds to what was counted of other customers.
   *
   * @param scenarios by id
   * @param messages of all scenarios together
   */
  TraceCount(Map<String, ScenarioCount> scenarios, Messages messages) {
    this.scenarios = scenarios;
    this.messages = messages;
  }

  /** Counts one record. */
  void add(JsonNode trace) {
    TraceKind kind = TraceKind.of(trace.path("kind").asText()).orElseThrow();
    String customer = trace.path("customerId").asText();
    long time = trace.path("timestamp").asLong();
    Map<String, Visits> visits = customers.computeIfAbsent(customer, id -> new LinkedHashMap<>());
    if (kind == TraceKind.ERASED) {
      visits.values().forEach(all -> erase(all, time));
      return;
    }
    String scenario = trace.path("scenarioId").asText();
    Visits here = visits.computeIfAbsent(scenario, id -> begin(id, customer));
    add(here, kind, trace, time);
  }

  private Visits begin(String scenario, String customer) {
    ScenarioCount count = scenarios.get(scenario);
    count.sample.offer(customer, Sample.hash(customer));
    return new Visits(count);
  }

  private static void erase(Visits visits, long time) {
    visits.journeys.values().forEach(way -> way.removed(TraceKind.ERASED.id(), time));
    visits.journeys.clear();
  }

  private static void add(Visits visits, TraceKind kind, JsonNode trace, long time) {
    ScenarioCount scenario = visits.scenario;
    String node = trace.path("nodeId").asText();
    String instance = trace.path("instanceId").asText();
    NodeCount count = scenario.nodes.get(scenario.graph.number(node));
    switch (kind) {
      case ENTERED -> enter(visits, instance, node, time);
      case ENTRY_IGNORED, ENTRY_LIMITED -> count.refused.add(kind.id());
      case DECIDED ->
          journey(visits, instance).decided(node, trace.path("decision").asText(), time);
      case ACTION -> act(visits, instance, node, time);
      case SUPPRESSED -> {
        count.suppressed.add(trace.path("reason").asText());
        journey(visits, instance).suppressed(node, time);
      }
      case FINISHED, EXITED, EXPIRED, CONDITION_NOT_MET, RESTARTED -> {
        journey(visits, instance).ended(kind, node, ending(kind, trace), time);
        visits.journeys.remove(instance);
      }
      case ERASED -> throw new IllegalArgumentException("an erasure is of no scenario");
    }
  }

  private static void enter(Visits visits, String instance, String node, long time) {
    ScenarioCount scenario = visits.scenario;
    scenario.entered++;
    scenario.entries.add(node, time);
    visits.journeys.put(instance, Way.entered(scenario.graph, visits, node, time));
  }

  private static void act(Visits visits, String instance, String node, long time) {
    ScenarioCount scenario = visits.scenario;
    int number = scenario.graph.number(node);
    scenario.nodes.get(number).actions++;
    scenario.actions.add(node, time);
    visits.messages += Messages.isSentBy(scenario.graph.node(number)) ? 1 : 0;
    journey(visits, instance).acted(node, time);
  }

  private static Way journey(Visits visits, String instance) {
    return Optional.ofNullable(visits.journeys.get(instance))
        .orElseThrow(
            () -> new IllegalArgumentException("the trace has no entry of instance " + instance));
  }

  private static String ending(TraceKind kind, JsonNode trace) {
    return kind == TraceKind.EXITED ? kind.id() + ": " + trace.path("reason").asText() : kind.id();
  }

  /** Counts what is still on its way when the clock ends, and each customer. Nothing may be added behind it. */
  void end(long time) {
    for (Map<String, Visits> visits : customers.values()) {
      visits.values().forEach(all -> end(all, time));
      if (visits.values().stream().anyMatch(Visits::hasEntered)) {
        messages.add(visits.values().stream().mapToLong(all -> all.messages).sum());
      }
    }
    seen = customers.size();
    customers.clear();
  }

  private static void end(Visits visits, long time) {
    visits.journeys.values().forEach(way -> way.stands(time));
    if (visits.hasEntered()) {
      visits.scenario.customers++;
      visits.scenario.messages.add(visits.messages);
    }
  }

  /** How many customers there were. */
  long seen() {
    return seen;
  }
}
