package dev.wend.job.cli;

import dev.wend.check.Catalogue;
import dev.wend.check.DocumentFiles;
import dev.wend.check.ScenarioFiles;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wend validate}: all that is wrong with scenario documents. */
@Command(
    name = "validate",
    description = {
      "Checks scenario documents and reports all errors of all of them at once.",
      "Warnings do not fail; 'wend help CODE' explains a code."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no errors", "1:errors", "2:wrong usage"})
public final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Scenario documents, or directories of *.json files.")
  private List<Path> paths;

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description =
          "Warn of templates, segments, forms, pages, products and coupons that this file does not list; a list that it"
              + " leaves out is not checked.")
  private Optional<Path> catalogue;

  @Override
  public Integer call() {
    List<Issue> issues = new ArrayList<>();
    Catalogue known = catalogue.flatMap(file -> read(file, issues)).orElse(Catalogue.NONE);
    ScenarioFiles.Loaded loaded = ScenarioFiles.load(paths, known);
    issues.addAll(loaded.issues());
    PrintWriter printed = spec.commandLine().getOut();
    printed.print(IssueText.of(issues));
    printed.println(summary(loaded.documents(), issues));
    printed.flush();
    return issues.stream().anyMatch(Issue::isError) ? ExitCodes.ERRORS : ExitCodes.OK;
  }

  private static Optional<Catalogue> read(Path file, List<Issue> issues) {
    DocumentFiles.Text read = DocumentFiles.read(file);
    issues.addAll(read.issues());
    return read.text()
        .flatMap(
            text -> {
              Catalogue.Result result = Catalogue.read(DocumentFiles.name(file), text);
              issues.addAll(result.issues());
              return result.catalogue();
            });
  }

  private static String summary(int documents, List<Issue> issues) {
    long errors = issues.stream().filter(Issue::isError).count();
    long warnings = issues.size() - errors;
    return count(documents, "scenario")
        + ", "
        + (errors == 0 ? "no errors" : count(errors, "error"))
        + (warnings == 0 ? "" : ", " + count(warnings, "warning"));
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
