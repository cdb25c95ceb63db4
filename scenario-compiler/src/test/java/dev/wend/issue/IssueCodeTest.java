package dev.wend.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueCodeTest {
  @Test
  void everyCodeIsUniqueAndExplained() {
    assertThat(IssueCode.codes()).doesNotHaveDuplicates().isSorted();
    assertThat(IssueCode.values())
        .allSatisfy(
            code -> {
              assertThat(code.code()).matches("SCN[0-9]{3}");
              assertThat(code.title()).isNotBlank();
              assertThat(code.example()).isNotBlank();
              assertThat(code.fix()).isNotBlank();
            });
  }

  @Test
  void isFoundByItsCode() {
    assertThat(IssueCode.of("scn012")).contains(IssueCode.BAD_DURATION);
    assertThat(IssueCode.of("SCN999")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "activ, active",
    "nxt, next",
    "dnoe, done",
    "email, send-email",
    "teleport, ''",
    "DONE, done",
    "a, ''"
  })
  void suggestsTheNearestWord(String written, String suggested) {
    var known = List.of("draft", "active", "next", "done", "send-email");
    assertThat(DidYouMean.suggestion(written, known).orElse("")).isEqualTo(suggested);
  }
}
