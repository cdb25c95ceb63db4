package dev.wend.job.deployment;

import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.event.StatusRecord.Finding;
import dev.wend.issue.Issue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is answered to requests that are not taken. */
final class Answers {
  private Answers() {}

  /** A document has errors; all of them are told. */
  static StatusRecord errors(String scenarioId, String request, List<Issue> issues) {
    return new StatusRecord(
        StatusKind.REFUSED,
        Optional.of(scenarioId),
        OptionalLong.empty(),
        Optional.of(request),
        Optional.of("the document has errors"),
        issues.stream().map(Answers::finding).toList(),
        OptionalLong.empty());
  }

  /** A message cannot be taken at all. */
  static StatusRecord refusal(Optional<String> scenarioId, String request, String why) {
    return new StatusRecord(
        StatusKind.REFUSED,
        scenarioId,
        OptionalLong.empty(),
        Optional.of(request),
        Optional.of(why),
        List.of(),
        OptionalLong.empty());
  }

  private static Finding finding(Issue issue) {
    return new Finding(
        issue.code().code(),
        issue.severity().id(),
        issue.location().stream().mapToLong(at -> at.line()).findFirst(),
        issue.location().stream().mapToLong(at -> at.column()).findFirst(),
        issue.subject(),
        issue.message());
  }
}
