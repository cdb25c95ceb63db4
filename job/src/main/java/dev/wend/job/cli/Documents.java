package dev.wend.job.cli;

import dev.wend.check.ScenarioFiles;
import dev.wend.issue.IssueText;
import dev.wend.job.replay.DocumentScenarios;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Loads the documents that a command runs, and tells what is wrong with them. */
final class Documents {
  private final CommandSpec spec;

  Documents(CommandSpec spec) {
    this.spec = spec;
  }

  /** All documents of {@code paths}; empty where there is an error in any. */
  Optional<DocumentScenarios> load(List<Path> paths) {
    ScenarioFiles.Loaded loaded = ScenarioFiles.load(paths);
    PrintWriter errors = spec.commandLine().getErr();
    errors.print(IssueText.of(loaded.issues()));
    errors.flush();
    return loaded.hasErrors()
        ? Optional.empty()
        : Optional.of(new DocumentScenarios(loaded.scenarios()));
  }
}
