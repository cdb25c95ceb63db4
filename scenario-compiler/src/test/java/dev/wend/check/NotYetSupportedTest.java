package dev.wend.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotYetSupportedTest {
  private static final Path GOOD = Path.of("src/test/resources/documents/good");

  @ParameterizedTest
  @CsvSource({
    "abandoned-cart, 0",
    "all-settings, 0",
    "exit-does-not-cover, 0",
    "all-actions, 0",
    "all-waits, 0",
    "all-triggers, 2",
    "patterns-in-conditions, 2"
  })
  void isToldWithACodeOfItsOwn(String document, int times) throws IOException {
    List<Issue> issues =
        ScenarioChecker.check(document, Files.readString(GOOD.resolve(document + ".json")))
            .issues();
    assertThat(issues)
        .hasSize(times)
        .allMatch(issue -> issue.code() == IssueCode.NOT_YET_SUPPORTED);
  }
}
