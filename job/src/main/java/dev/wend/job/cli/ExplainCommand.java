package dev.wend.job.cli;

import dev.wend.check.CheckedScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.compile.ScenarioDiagram;
import dev.wend.compile.ScenarioText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wend explain}: what a document compiles to. */
@Command(
    name = "explain",
    description =
        "Shows the stages of scenarios and the Flink CEP pattern of each branch, or a diagram.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:explained", "1:errors in the documents", "2:wrong usage"})
public final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Scenario documents, or directories of them.")
  private List<Path> files;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text: stages and patterns; mermaid: a flowchart for Mermaid (default ${DEFAULT-VALUE}).")
  private Format format;

  /** What to show. */
  enum Format {
    text(scenario -> ScenarioText.of(ScenarioCompiler.compile(scenario))),
    mermaid(scenario -> ScenarioDiagram.mermaid(scenario.scenario()));

    private final Function<CheckedScenario, String> shown;

    Format(Function<CheckedScenario, String> shown) {
      this.shown = shown;
    }
  }

  @Override
  public Integer call() {
    Optional<List<CheckedScenario>> scenarios = Documents.load(files, spec);
    scenarios.ifPresent(
        loaded ->
            loaded.forEach(
                scenario -> spec.commandLine().getOut().println(format.shown.apply(scenario))));
    return scenarios.isPresent() ? ExitCodes.OK : ExitCodes.ERRORS;
  }
}
