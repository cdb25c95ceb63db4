package dev.wend.job.replay;

import dev.wend.check.CheckedScenario;
import dev.wend.check.ScenarioChecker;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.job.journey.ScenarioRegistry;
import dev.wend.job.operator.ScenarioSource;
import java.util.List;
import java.util.TreeMap;

/** Documents without errors, sent as text and compiled where they run. */
public final class DocumentScenarios implements ScenarioSource {
  private static final long serialVersionUID = 1;

  private final TreeMap<String, String> texts = new TreeMap<>();

  /** All of {@code scenarios} run. */
  public DocumentScenarios(List<CheckedScenario> scenarios) {
    scenarios.forEach(scenario -> texts.put(scenario.source().file(), scenario.source().text()));
  }

  @Override
  public ScenarioRegistry load() {
    return new FixedScenarios(
        texts.entrySet().stream()
            .map(document -> compile(document.getKey(), document.getValue()))
            .toList());
  }

  private static CompiledScenario compile(String file, String text) {
    return ScenarioCompiler.compile(ScenarioChecker.check(file, text).scenario().orElseThrow());
  }
}
