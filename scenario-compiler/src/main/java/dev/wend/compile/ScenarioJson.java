package dev.wend.compile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.scenario.Scenario;
import java.util.Locale;

/** A compiled scenario for programs: its graph, its stages, and the pattern of each branch. */
public final class ScenarioJson {
  private ScenarioJson() {}

  /** Members are only ever added to what it says. */
  public static ObjectNode of(CompiledScenario compiled) {
    Scenario scenario = compiled.scenario();
    ObjectNode json = Json.object();
    json.put("id", scenario.id());
    json.put("version", scenario.version());
    json.put("name", scenario.name());
    json.put("status", scenario.status().id());
    json.put("timeZone", scenario.timeZone().getId());
    scenario.activeFrom().ifPresent(from -> json.put("activeFrom", from.toString()));
    scenario.activeUntil().ifPresent(until -> json.put("activeUntil", until.toString()));
    ArrayNode settings = json.putArray("settings");
    SettingsText.of(scenario.settings())
        .forEach(
            setting ->
                settings.addObject().put("name", setting.name()).put("value", setting.value()));
    ScenarioGraph graph = ScenarioGraph.of(compiled);
    ArrayNode nodes = json.putArray("nodes");
    graph.vertices().forEach(vertex -> nodes.add(node(vertex)));
    ArrayNode edges = json.putArray("edges");
    graph.edges().forEach(edge -> edges.add(edge(edge)));
    ArrayNode stages = json.putArray("stages");
    compiled.steps().values().stream()
        .filter(Stage.class::isInstance)
        .forEach(stage -> stages.add(stage((Stage) stage)));
    return json;
  }

  private static ObjectNode node(ScenarioGraph.Vertex vertex) {
    ObjectNode json = Json.object();
    json.put("id", vertex.id());
    json.put("type", vertex.type());
    json.put("role", name(vertex.role()));
    ArrayNode lines = json.putArray("text");
    vertex.lines().forEach(lines::add);
    if (vertex.role() == ScenarioGraph.Role.TRIGGER) {
      vertex.patterns().forEach(pattern -> json.put("pattern", pattern.text()));
    }
    return json;
  }

  private static ObjectNode edge(ScenarioGraph.Edge edge) {
    ObjectNode json = Json.object().put("from", edge.from()).put("to", edge.to());
    if (!edge.label().isEmpty()) {
      json.put("label", edge.label());
    }
    return json;
  }

  private static ObjectNode stage(Stage stage) {
    ObjectNode json = Json.object().put("node", stage.nodeId());
    ObjectNode until = json.putObject("until");
    if (stage.until() instanceof Stage.Window window) {
      until.put("kind", "window").put("duration", DurationText.of(window.duration()));
    } else if (stage.until() instanceof Stage.Moment moment) {
      until.put("kind", "moment").put("moment", MomentText.of(moment));
    } else {
      until.put("kind", "forever");
    }
    json.put("attention", name(stage.attention()));
    ArrayNode branches = json.putArray("branches");
    stage.branches().forEach(branch -> branches.add(branch(branch)));
    return json;
  }

  private static ObjectNode branch(Branch branch) {
    ObjectNode json = Json.object().put("node", branch.nodeId());
    if (!branch.decision().isEmpty()) {
      json.put("decision", branch.decision());
    }
    json.put("polarity", name(branch.polarity()));
    branch.matcher().ifPresent(matcher -> json.put("matcher", matcher.toString()));
    json.put("pattern", PatternText.of(branch.pattern()));
    branch.next().ifPresent(next -> json.put("next", next));
    return json;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
