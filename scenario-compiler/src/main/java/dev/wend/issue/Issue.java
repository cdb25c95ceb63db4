package dev.wend.issue;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something that is wrong with a document.
 *
 * @param location where; empty where it is about the whole file
 * @param subject what it is about, for example {@code node 'opened' /nodes/4/within}; may be empty
 * @param message what was expected, what was found, and the fix
 */
public record Issue(
    Severity severity,
    IssueCode code,
    Source source,
    Optional<SourceLocation> location,
    String subject,
    String message) {

  /** From the first line of a document to its last, and by code where several are at one place. */
  public static final Comparator<Issue> BY_PLACE =
      Comparator.comparingInt((Issue issue) -> issue.at().line())
          .thenComparingInt(issue -> issue.at().column())
          .thenComparing(Issue::code);

  /** An issue about a whole file, which has no place in its text. */
  public static Issue ofFile(IssueCode code, String file, String message) {
    return new Issue(Severity.ERROR, code, new Source(file, ""), Optional.empty(), "", message);
  }

  /** Whether it keeps the scenario from running. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The name of the document. */
  public String file() {
    return source.file();
  }

  private SourceLocation at() {
    return location.orElse(SourceLocation.START);
  }

  /** As {@link IssueText} prints it. */
  @Override
  public String toString() {
    return IssueText.of(this);
  }
}
