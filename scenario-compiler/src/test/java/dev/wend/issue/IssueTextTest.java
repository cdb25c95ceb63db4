package dev.wend.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssueTextTest {
  @Test
  void showsTheLineAndThePlaceInIt() {
    String text = "{\n  \"within\": \"1 day\"\r\n}";
    assertThat(IssueText.of(issue(text, new SourceLocation(2, 13, 7))))
        .isEqualTo(
            """
            error SCN012 cart.json:2:13 node 'opened' /nodes/4/within: expected a duration
               2 |   "within": "1 day"
                 |             ^^^^^^^
            """);
  }

  @Test
  void shortensALongLineAroundThePlace() {
    String text = "x".repeat(500) + "HERE" + "y".repeat(500);
    List<String> lines = IssueText.of(issue(text, new SourceLocation(1, 501, 4))).lines().toList();
    assertThat(lines.get(1)).hasSizeLessThan(120).startsWith("   1 | …x").endsWith("y…");
    assertThat(lines.get(1).substring(lines.get(2).indexOf('^'), lines.get(2).length()))
        .isEqualTo("HERE");
  }

  @Test
  void aWideMarkStaysInsideWhatIsShown() {
    String text = "\"" + "z".repeat(900) + "\"";
    List<String> lines = IssueText.of(issue(text, new SourceLocation(1, 1, 902))).lines().toList();
    assertThat(lines.get(2)).hasSizeLessThanOrEqualTo(lines.get(1).length());
  }

  @Test
  void tabsDoNotMoveTheMark() {
    List<String> lines = IssueText.of(issue("\t\t7", new SourceLocation(1, 3, 1))).lines().toList();
    assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('7');
  }

  @Test
  void aWholeFileHasNoPlace() {
    assertThat(IssueText.of(Issue.ofFile(IssueCode.UNREADABLE_FILE, "cart.json", "no such file")))
        .isEqualTo("error SCN003 cart.json: no such file\n");
  }

  private static Issue issue(String text, SourceLocation location) {
    return new Issue(
        Severity.ERROR,
        IssueCode.BAD_DURATION,
        new Source("cart.json", text),
        Optional.of(location),
        "node 'opened' /nodes/4/within",
        "expected a duration");
  }
}
