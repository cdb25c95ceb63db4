package dev.wend.job.operator;

import dev.wend.check.CheckedScenario;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A scenario document without errors, as it is sent and kept: text, which is compiled where it runs.
 *
 * @param name under which issues speak of it
 */
public record ScenarioDocument(String name, String text) implements Serializable {

  /** The documents of scenarios, in the order of their names. */
  public static List<ScenarioDocument> of(List<CheckedScenario> scenarios) {
    Map<String, String> texts = new TreeMap<>();
    scenarios.forEach(scenario -> texts.put(scenario.source().file(), scenario.source().text()));
    return texts.entrySet().stream()
        .map(document -> new ScenarioDocument(document.getKey(), document.getValue()))
        .toList();
  }
}
