package dev.wend.job.cli;

import dev.wend.check.CheckedScenario;
import dev.wend.job.config.Configuration;
import dev.wend.scenario.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wend deploy}: scenarios into the job that runs. */
@Command(
    name = "deploy",
    description = {
      "Sends scenario documents to the running job by its control topic, and waits until they run.",
      "All of them are checked before; where one has an error, none is sent."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the job took all of them, or had them",
      "1:errors in documents or in the configuration, or the job refused a document",
      "2:wrong usage, or no control or status topic in the configuration",
      Orders.FAILURE
    })
public final class DeployCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Scenario documents, or directories of *.json files.")
  private List<Path> paths;

  @Mixin private ConfigurationOptions options;
  @Mixin private WaitOptions waiting;

  @Override
  public Integer call() {
    PrintWriter complaints = spec.commandLine().getErr();
    Optional<Duration> wait = waiting.wait(spec);
    Optional<List<CheckedScenario>> loaded = Documents.load(paths, spec);
    Optional<Configuration> configuration = options.load(complaints);
    if (loaded.isEmpty() || configuration.isEmpty()) {
      return ExitCodes.ERRORS;
    }
    loaded.get().forEach(document -> note(document.scenario(), complaints));
    return new Orders(new JobTopics(configuration.get()), wait, spec)
        .send(loaded.get().stream().map(DeployCommand::order).toList());
  }

  private static Order order(CheckedScenario document) {
    Scenario scenario = document.scenario();
    return new Order(
        scenario.id(), OptionalLong.of(scenario.version()), Optional.of(document.source().text()));
  }

  private static void note(Scenario scenario, PrintWriter complaints) {
    if (scenario.status() != Scenario.Status.ACTIVE) {
      complaints.println(
          "note: '"
              + scenario.id()
              + "' has the status "
              + scenario.status().id()
              + ": it will not run, and stops if it runs");
    }
  }
}
