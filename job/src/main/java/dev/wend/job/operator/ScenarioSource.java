package dev.wend.job.operator;

import dev.wend.check.ScenarioChecker;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import java.io.Serializable;
import java.util.List;

/** Where the scenarios of an operator come from when it starts: sent as documents and compiled where they run. */
public interface ScenarioSource extends Serializable {
  /** The documents that run from the first event on. */
  List<ScenarioDocument> documents();

  /**
   * Compiles a document.
   *
   * @throws java.util.NoSuchElementException if the document has errors
   */
  default CompiledScenario compile(ScenarioDocument document) {
    return ScenarioCompiler.compile(
        ScenarioChecker.check(document.name(), document.text()).scenario().orElseThrow());
  }

  /** All documents, compiled. */
  default List<CompiledScenario> load() {
    return documents().stream().map(this::compile).toList();
  }
}
