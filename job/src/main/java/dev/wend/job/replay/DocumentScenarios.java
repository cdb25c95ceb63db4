package dev.wend.job.replay;

import dev.wend.check.CheckedScenario;
import dev.wend.job.operator.ScenarioDocument;
import dev.wend.job.operator.ScenarioSource;
import java.util.ArrayList;
import java.util.List;

/** Documents without errors, all of which run. */
public final class DocumentScenarios implements ScenarioSource {
  private static final long serialVersionUID = 1;

  private final ArrayList<ScenarioDocument> documents;

  /** All of {@code scenarios} run. */
  public DocumentScenarios(List<CheckedScenario> scenarios) {
    documents = new ArrayList<>(ScenarioDocument.of(scenarios));
  }

  @Override
  public List<ScenarioDocument> documents() {
    return documents;
  }
}
