package dev.wend.issue;

import java.util.List;
import java.util.stream.Collectors;

/** Issues as people read them: what, where, the line in question and the place in it. */
public final class IssueText {
  private static final int WIDTH = 100;
  private static final int BEFORE = 60;
  private static final String CUT = "…";

  private IssueText() {}

  /** One issue, each line ended by a line feed. */
  public static String of(Issue issue) {
    StringBuilder text = new StringBuilder();
    text.append(issue.severity().id()).append(' ').append(issue.code().code());
    text.append(' ').append(issue.file());
    issue
        .location()
        .ifPresent(at -> text.append(':').append(at.line()).append(':').append(at.column()));
    if (!issue.subject().isEmpty()) {
      text.append(' ').append(issue.subject());
    }
    text.append(": ").append(issue.message()).append('\n');
    issue.location().ifPresent(at -> appendExcerpt(text, issue.source(), at));
    return text.toString();
  }

  /** All of them, one after another. */
  public static String of(List<Issue> issues) {
    return issues.stream().map(IssueText::of).collect(Collectors.joining());
  }

  private static void appendExcerpt(StringBuilder text, Source source, SourceLocation at) {
    String line = source.line(at.line());
    if (line.isBlank()) {
      return;
    }
    int column = Math.min(at.column() - 1, line.length());
    int from = line.length() <= WIDTH ? 0 : Math.max(0, column - BEFORE);
    int to = Math.min(line.length(), from + WIDTH);
    String shown = (from > 0 ? CUT : "") + line.substring(from, to).replaceAll("\\p{Cntrl}", " ");
    int margin = column - from + (from > 0 ? CUT.length() : 0);
    int carets = Math.max(1, Math.min(at.length(), shown.length() - margin));
    text.append("%4d | ".formatted(at.line()));
    text.append(shown).append(to < line.length() ? CUT : "").append('\n');
    text.append("     | ").append(" ".repeat(margin)).append("^".repeat(carets)).append('\n');
  }
}
