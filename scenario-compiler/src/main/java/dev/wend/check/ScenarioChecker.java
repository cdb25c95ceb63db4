package dev.wend.check;

import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import dev.wend.issue.Severity;
import dev.wend.parse.ParseResult;
import dev.wend.parse.ParsedScenario;
import dev.wend.parse.ScenarioParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks all rules, also of a document that could only be read in part. */
public final class ScenarioChecker {
  private static final int MOST_ISSUES = 1_000;

  private ScenarioChecker() {}

  /**
   * Reads {@code text} and checks what was read.
   *
   * @param file the name under which issues speak of it
   */
  public static CheckResult check(String file, String text) {
    return check(ScenarioParser.parse(file, text));
  }

  /** Checks what was read of a document. */
  public static CheckResult check(ParseResult result) {
    return result
        .parsed()
        .map(parsed -> check(parsed, result.issues()))
        .orElseGet(() -> new CheckResult(Optional.empty(), told(result.issues())));
  }

  private static CheckResult check(ParsedScenario parsed, List<Issue> sofar) {
    Inspection inspection = new Inspection(parsed);
    Rules.ALL.forEach(rule -> rule.check(inspection));
    List<Issue> issues = new ArrayList<>(sofar);
    issues.addAll(inspection.issues());
    issues.sort(Issue.BY_PLACE);
    boolean failed = issues.stream().anyMatch(Issue::isError);
    return new CheckResult(
        parsed
            .scenario()
            .filter(scenario -> !failed)
            .map(scenario -> new CheckedScenario(inspection, scenario)),
        told(issues));
  }

  private static List<Issue> told(List<Issue> issues) {
    if (issues.size() <= MOST_ISSUES) {
      return List.copyOf(issues);
    }
    boolean failed = issues.stream().anyMatch(Issue::isError);
    List<Issue> told = new ArrayList<>(issues.subList(0, MOST_ISSUES));
    told.add(
        new Issue(
            failed ? Severity.ERROR : Severity.WARNING,
            IssueCode.TOO_MANY_FAULTS,
            issues.get(0).source(),
            Optional.empty(),
            "document",
            "and " + (issues.size() - MOST_ISSUES) + " more"));
    return told;
  }
}
