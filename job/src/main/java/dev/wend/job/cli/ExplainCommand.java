package dev.wend.job.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.check.CheckedScenario;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.compile.ScenarioDiagram;
import dev.wend.compile.ScenarioJson;
import dev.wend.compile.ScenarioText;
import dev.wend.event.Json;
import dev.wend.job.drawing.GraphLayout;
import dev.wend.job.drawing.ScenarioPage;
import dev.wend.job.drawing.ScenarioSvg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wend explain}: what a document compiles to. */
@Command(
    name = "explain",
    description =
        "Shows the stages of scenarios and the Flink CEP pattern of each branch, or a picture.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:explained",
      "1:errors in the documents",
      "2:wrong usage",
      "3:the picture cannot be drawn here, or the file cannot be written"
    })
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
          "text: stages and patterns; mermaid: a flowchart for Mermaid; svg: a picture, of one document;"
              + " html: a page with pictures, settings and patterns; json: all of it for programs"
              + " (default ${DEFAULT-VALUE}).")
  private Format format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write (default: the standard output).")
  private Optional<Path> out = Optional.empty();

  /** What to show. */
  enum Format {
    text,
    mermaid,
    svg,
    html,
    json
  }

  @Override
  public Integer call() {
    Optional<List<CheckedScenario>> loaded = Documents.load(files, spec);
    if (loaded.isEmpty()) {
      return ExitCodes.ERRORS;
    }
    boolean drawn = format == Format.svg || format == Format.html;
    if (format == Format.svg && loaded.get().size() != 1) {
      throw new ParameterException(
          spec.commandLine(), "--format svg takes one document; html shows several");
    }
    Optional<GraphLayout> layout = drawn ? GraphLayout.find() : Optional.empty();
    if (drawn && layout.isEmpty()) {
      return fail(
          "this jar, which is for clusters, cannot draw; take wend.jar, or --format mermaid");
    }
    return write(drawn ? drawn(compiled(loaded.get()), layout.get()) : written(loaded.get()));
  }

  private static List<CompiledScenario> compiled(List<CheckedScenario> scenarios) {
    return scenarios.stream().map(ScenarioCompiler::compile).toList();
  }

  private String drawn(List<CompiledScenario> scenarios, GraphLayout layout) {
    return format == Format.svg
        ? ScenarioSvg.of(scenarios.get(0), layout)
        : ScenarioPage.of(scenarios, layout);
  }

  private String written(List<CheckedScenario> scenarios) {
    if (format == Format.json) {
      return Json.object().<ObjectNode>set("scenarios", json(scenarios)).toPrettyString() + "\n";
    }
    return scenarios.stream()
        .map(
            scenario ->
                format == Format.mermaid
                    ? ScenarioDiagram.mermaid(scenario.scenario())
                    : ScenarioText.of(ScenarioCompiler.compile(scenario)))
        .collect(Collectors.joining("\n"));
  }

  private static ArrayNode json(List<CheckedScenario> scenarios) {
    ArrayNode all = Json.MAPPER.createArrayNode();
    compiled(scenarios).forEach(scenario -> all.add(ScenarioJson.of(scenario)));
    return all;
  }

  private int write(String text) {
    if (out.isEmpty()) {
      spec.commandLine().getOut().println(text);
      spec.commandLine().getOut().flush();
      return ExitCodes.OK;
    }
    try {
      Files.writeString(out.get(), text);
      return ExitCodes.OK;
    } catch (IOException unwritable) {
      return fail(out.get() + " cannot be written");
    }
  }

  private int fail(String why) {
    spec.commandLine().getErr().println("error: " + why);
    spec.commandLine().getErr().flush();
    return ExitCodes.FAILED;
  }
}
