package dev.wend.job.cli;

import dev.wend.check.CheckResult;
import dev.wend.check.CheckedScenario;
import dev.wend.check.ScenarioChecker;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueText;
import dev.wend.job.replay.DocumentScenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

final class Documents {
  private final CommandSpec spec;

  Documents(CommandSpec spec) {
    this.spec = spec;
  }

  Optional<DocumentScenarios> load(List<Path> paths) {
    List<CheckedScenario> scenarios = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    try {
      for (Path path : paths) {
        try (Stream<Path> w = Files.walk(path)) {
          for (Path f : w.filter(x -> x.toString().endsWith(".json")).sorted().toList()) {
            CheckResult r = ScenarioChecker.check(f.toString(), Files.readString(f));
            r.scenario().ifPresent(scenarios::add);
            issues.addAll(r.issues());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!issues.isEmpty()) {
      spec.commandLine().getErr().println(IssueText.of(issues));
    }
    return issues.stream().anyMatch(Issue::isError)
        ? Optional.empty()
        : Optional.of(new DocumentScenarios(scenarios));
  }
}
