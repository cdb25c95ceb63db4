package dev.wend.job.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.check.CheckResult;
import dev.wend.check.CheckedScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.compile.ScenarioText;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents of the case folders: what is wrong with them, and the stages that they compile to. */
class CaseDocumentsTest {
  private static final Pattern SECTION = Pattern.compile("SEMANTICS\\.md, section [1-6]");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  @ParameterizedTest
  @MethodSource("dev.wend.job.cases.CaseFolder#all")
  void issuesAreAsExpected(CaseFolder folder) {
    List<Issue> issues =
        folder.documents().stream().flatMap(document -> document.issues().stream()).toList();
    boolean hasError = issues.stream().anyMatch(Issue::isError);
    assertThat(hasError).as("an error in %s", folder).isEqualTo(folder.has(CaseFolder.ERRORS));
    folder.assertSame(
        hasError ? CaseFolder.ERRORS : "expected-warnings.txt",
        issues.isEmpty() ? "" : IssueText.of(issues));
  }

  @ParameterizedTest
  @MethodSource("dev.wend.job.cases.CaseFolder#compiling")
  void stagesAreAsExpected(CaseFolder folder) {
    String stages =
        folder.documents().stream()
            .map(CheckResult::scenario)
            .map(scenario -> text(scenario.orElseThrow()))
            .collect(Collectors.joining("\n"));
    folder.assertSame("expected-stages.txt", stages);
  }

  @ParameterizedTest
  @MethodSource("dev.wend.job.cases.CaseFolder#all")
  void everyFolderSaysWhatItShowsAndWhichSectionAsksForIt(CaseFolder folder) {
    assertThat(folder.name()).matches(NAME);
    assertThat(folder.text("README.md")).as("README.md of %s", folder).containsPattern(SECTION);
    assertThat(folder.documents()).as("documents of %s", folder).isNotEmpty();
  }

  @Test
  void thereAreFolders() {
    assertThat(CaseFolder.all()).hasSizeGreaterThan(80);
  }

  private static String text(CheckedScenario scenario) {
    return ScenarioText.of(ScenarioCompiler.compile(scenario));
  }
}
