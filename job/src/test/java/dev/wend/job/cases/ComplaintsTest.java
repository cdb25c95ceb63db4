package dev.wend.job.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users of such systems complain about most: each has a case folder, or a test where no replay can show it. */
class ComplaintsTest {
  private static final List<Path> TESTS =
      List.of(
          Path.of("src/test/java/dev/wend/job/operator/ComplaintsTest.java"),
          Path.of("src/test/java/dev/wend/job/cli/ComplaintsITCase.java"));

  @ParameterizedTest
  @CsvSource({
    "1, the same message twice from overlapping runs",
    "2, one bad recipient makes the batch be sent again",
    "3, re-entry creates two schedules and stalls the campaign",
    "4, a journey that is there once is entered four times",
    "5, a restart or republish floods overdue mail",
    "6, a rebuilt membership deletes scheduled steps",
    "7, both the yes and the no path run",
    "8, 'an action runs before its condition is final, the contact sticks'",
    "9, an event just before the entry is lost or wrongly counted",
    "10, time zones and weekdays",
    "11, an abandoned cart cannot be expressed",
    "12, who unsubscribes during a delay is retried without end",
    "13, delays never fire while no events come",
    "14, a bad redeploy cancels the job that ran"
  })
  void isShown(int number, String complaint) throws IOException {
    String digits = String.format(Locale.ROOT, "%02d", number);
    boolean hasFolder =
        CaseFolder.all().stream()
            .anyMatch(folder -> folder.name().startsWith("complaint-" + digits + "-"));
    boolean hasTest = false;
    for (Path test : TESTS) {
      hasTest |= Files.readString(test).contains("void complaint" + digits);
    }

    assertThat(hasFolder || hasTest).as("a case or test of '%s'", complaint).isTrue();
  }
}
