package dev.wend.job.replay;

import dev.wend.check.CheckedScenario;
import dev.wend.job.operator.ScenarioDocument;
import dev.wend.job.operator.ScenarioSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Documents without errors, all of which run. */
public final class DocumentScenarios implements ScenarioSource {
  private static final long serialVersionUID = 1;

  private final ArrayList<ScenarioDocument> documents = new ArrayList<>();

  /** All of {@code scenarios} run. */
  public DocumentScenarios(List<CheckedScenario> scenarios) {
    Map<String, String> texts = new TreeMap<>();
    scenarios.forEach(scenario -> texts.put(scenario.source().file(), scenario.source().text()));
    texts.forEach((file, text) -> documents.add(new ScenarioDocument(file, text)));
  }

  @Override
  public List<ScenarioDocument> documents() {
    return documents;
  }
}
