package dev.wend.job.cli;

import dev.wend.check.CheckedScenario;
import dev.wend.check.ScenarioFiles;
import dev.wend.issue.IssueText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The scenario documents that a command is given. */
final class Documents {
  private Documents() {}

  /** Prints all errors and warnings of all documents; empty where there is an error. */
  static Optional<List<CheckedScenario>> load(List<Path> paths, CommandSpec command) {
    ScenarioFiles.Loaded loaded = ScenarioFiles.load(paths);
    if (!loaded.issues().isEmpty()) {
      PrintWriter errors = command.commandLine().getErr();
      errors.print(IssueText.of(loaded.issues()));
      errors.flush();
    }
    return loaded.hasErrors() ? Optional.empty() : Optional.of(loaded.scenarios());
  }
}
