package dev.wend.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.check.CheckResult;
import dev.wend.check.CheckedScenario;
import dev.wend.check.ScenarioChecker;
import dev.wend.compile.Branch;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Entrance;
import dev.wend.compile.PatternInput;
import dev.wend.compile.Relevance;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.compile.ScenarioDiagram;
import dev.wend.compile.ScenarioText;
import dev.wend.compile.Stage;
import dev.wend.compile.Step;
import dev.wend.issue.IssueText;
import java.util.List;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.pattern.Pattern;

/** All that is ever done with a document: read, checked, told about, compiled, printed, handed to Flink CEP. */
final class Examination {
  private Examination() {}

  /** Whether the document compiles; it has errors otherwise. */
  static boolean compiles(String text) {
    CheckResult result = ScenarioChecker.check("fuzz.json", text);
    String told = IssueText.of(result.issues());
    assertThat(result.scenario().isEmpty()).isEqualTo(told.contains("error SCN"));
    result.scenario().ifPresent(Examination::compile);
    return result.scenario().isPresent();
  }

  private static void compile(CheckedScenario checked) {
    CompiledScenario compiled = ScenarioCompiler.compile(checked);
    assertThat(ScenarioText.of(compiled)).endsWith("\n");
    assertThat(ScenarioDiagram.mermaid(checked.scenario())).endsWith("\n");
    Relevance.of(List.of(compiled));
    compiled.entrances().forEach(Examination::handOver);
    compiled.steps().values().forEach(Examination::handOver);
  }

  private static void handOver(Entrance entrance) {
    entrance.pattern().ifPresent(Examination::handOver);
  }

  private static void handOver(Step step) {
    if (step instanceof Stage stage) {
      stage.branches().stream().map(Branch::pattern).forEach(Examination::handOver);
    }
  }

  private static void handOver(Pattern<PatternInput, ?> pattern) {
    assertThat(NFACompiler.compileFactory(pattern, true).createNFA().getStates()).isNotEmpty();
  }
}
