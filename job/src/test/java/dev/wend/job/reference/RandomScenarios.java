package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.check.CheckedScenario;
import dev.wend.check.ScenarioChecker;
import dev.wend.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Random documents that pass the checks. */
final class RandomScenarios {
  private final Chance chance;
  private final Season season;
  private final Set<Feature> features;
  private final RandomMatchers matchers;
  private final List<String> kinds;
  private int refused;

  /**
   * Documents.
   *
   * @param kinds of the events that they ask for; those are added that they live by
   */
  RandomScenarios(Chance chance, Season season, Set<Feature> features, List<String> kinds) {
    this.chance = chance;
    this.season = season;
    this.features = features;
    this.matchers = new RandomMatchers(chance, List.copyOf(kinds));
    this.kinds = kinds;
  }

  /** How many documents did not pass. */
  int refused() {
    return refused;
  }

  /** One to four, each with an id of its own. */
  List<CheckedScenario> next() {
    List<String> ids = new ArrayList<>(Words.SCENARIOS);
    chance.shuffle(ids);
    List<CheckedScenario> scenarios = new ArrayList<>();
    int count = chance.of(1, 1, 1, 2, 2, 3, 4);
    while (scenarios.size() < count) {
      check(document(ids.get(scenarios.size()))).ifPresent(scenarios::add);
    }
    return scenarios;
  }

  private Optional<CheckedScenario> check(ObjectNode document) {
    Optional<CheckedScenario> checked =
        ScenarioChecker.check(document.get("id").asText(), document.toString()).scenario();
    refused += checked.isPresent() ? 0 : 1;
    return checked;
  }

  private ObjectNode document(String id) {
    ObjectNode document = Json.object();
    document.put("id", id).put("version", chance.between(1, 3)).put("name", id);
    document.put("status", chance.of("active", "draft", "stopped"));
    if (chance.percent(50)) {
      document.put("timeZone", chance.of(Words.ZONES));
    }
    if (chance.percent(40)) {
      document.put("activeFrom", season.moment(chance.between(0, 12)));
    }
    if (chance.percent(15)) {
      document.put("activeUntil", season.moment(chance.between(13, 30)));
    }
    ObjectNode settings = document.putObject("settings");
    settings(settings);
    ArrayNode nodes = document.putArray("nodes");
    new RandomGraph(chance, season, features, matchers, kinds, nodes).draw();
    return document;
  }

  private void settings(ObjectNode settings) {
    if (chance.percent(60)) {
      settings.put(
          "duplicateHandling", chance.of("create-new-instance", "ignore", "move-to-start"));
    }
    if (chance.percent(35)) {
      exits(settings.putArray("exitWhen"));
    }
    if (chance.percent(40)) {
      settings.put("maxDuration", chance.of("PT30M", "PT1H", "PT2H", "P1D"));
    }
    if (chance.percent(25)) {
      ObjectNode limit = settings.putObject("entryLimit").put("max", chance.between(1, 3));
      if (chance.percent(60)) {
        limit.put("per", chance.of(Words.DURATIONS));
      }
    }
    if (chance.percent(25)) {
      settings.put("maxInstances", chance.between(1, 3));
    }
    if (chance.percent(25)) {
      settings.putObject("instanceKey").put("from", matchers.reference("trigger"));
    }
  }

  private void exits(ArrayNode exits) {
    switch (chance.between(0, 3)) {
      case 0 -> exits.add("order-finalized");
      case 1, 2 -> {
        kinds.addAll(List.of("page-visited", "page-visited", "page-visited"));
        exits.add("website-entered");
      }
      default -> exits.add(matchers.event(false));
    }
    if (chance.percent(20)) {
      exits.add(matchers.event(false));
    }
  }
}
