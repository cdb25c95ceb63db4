package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timelines out of what replays of case folders write. */
class TraceCommandTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir private Path directory;

  @Test
  void whatHappenedInOrderAndByWhat() throws IOException {
    assertPrinted(
        trace("duplicates-move-to-start", "c1"),
        """
        customer c1, times in UTC
        2026-01-05 10:00:00.000  cart  #1 67ca6bc1  cart  entered                           by m1
        2026-01-05 10:30:00.000  cart  #1 67ca6bc1  wait  was removed, to begin again       by m2
        2026-01-05 10:30:00.000  cart  #2 ca2364f8  cart  entered                           by m2
        2026-01-05 11:29:59.999  cart  #2 ca2364f8  wait  was removed, to begin again       by m3
        2026-01-05 11:29:59.999  cart  #3 55b2f21e  cart  entered by product-added-to-cart  by m3
        2026-01-05 12:29:59.999  cart  #3 55b2f21e  mail  action send-email 'mail'          by a deadline
        2026-01-05 12:29:59.999  cart  #3 55b2f21e  done  finished                          by a deadline
        """);
  }

  @Test
  void whatWasNotSentAndWhyNot() throws IOException {
    assertPrinted(
        trace("consent-held-or-missing", "c3"),
        """
        customer c3, times in UTC
        2026-01-05 10:00:00.000  with-consent  #1 671414a1  form  entered                                                    by m3
        2026-01-05 10:00:00.000  with-consent  #1 671414a1  mail  was not sent: consent email is missing                     by m3
        2026-01-05 10:00:00.000  with-consent  #1 671414a1  push  was not sent: one of the consents push, offers is missing  by m3
        2026-01-05 10:00:00.000  with-consent  #1 671414a1  done  finished                                                   by m3
        """);
  }

  @Test
  void anErasureIsTheEndOfAllThatWasOnItsWay() throws IOException {
    assertPrinted(
        trace("customer-erased", "c1"),
        """
        customer c1, times in UTC
        2026-01-05 10:00:00.000  once-only  #1 355ca557  form  entered                                                by m1
        2026-01-05 10:10:00.000  once-only  #2 30a88008  form  did not enter: entryLimit or maxInstances was reached  by m2
        2026-01-05 10:30:00.000                                was erased, with all that was kept                     by m3
        2026-01-05 10:45:00.000  once-only  #3 ec81d99f  form  entered by form-submitted                              by m4
        2026-01-05 11:45:00.000  once-only  #3 ec81d99f  mail  action send-email 'mail'                               by a deadline
        2026-01-05 11:45:00.000  once-only  #3 ec81d99f  done  finished                                               by a deadline
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "clock-entry-ignored, entered, by the clock",
    "clock-entry-ignored, did not enter: an instance was on its way, by the clock",
    "trigger-date-members, action send-email, by the clock",
    "exit-order-finalized, left: order-completed (exitWhen), by m2",
    "consent-missing-exit, left: consent email is missing, by m2",
    "max-duration, expired: maxDuration was over, by a deadline",
    "condition-without-no, 'ended: the answer was no, and no way leads on', by a deadline",
    "condition-within-boundaries, decided yes, by m2",
    "wait-for-branches, took the way to 'silent', by a deadline",
    "split-sticky, took the way to 'b-mail', by m",
    "wait-until-from-trigger, left: there is no date to wait for, by m",
    "remove-tag-action, action remove-tag ', by "
  })
  void everyKindOfRecordHasItsWords(String folder, String words, String cause) throws IOException {
    List<String> printed = new ArrayList<>();
    for (String customer : customers(folder)) {
      printed.addAll(trace(folder, customer).printed().lines().toList());
    }

    assertThat(printed)
        .anySatisfy(line -> assertThat(line).contains("  " + words).contains("  " + cause));
  }

  @Test
  void whatIsStillOnItsWayIsSaid() throws IOException {
    assertThat(trace("as-of", "c1").printed()).contains(" was on its way at the end");
    assertThat(trace("wait-for-branches", "c1").printed()).doesNotContain("on its way");
  }

  @Test
  void whyACustomerGotThisAndWhyAnotherDidNot() throws IOException {
    String got =
        """
        first-of #1 589ef9da: came to 'entered'
        2026-01-05 10:00:00.000  first-of  #1 589ef9da  start    entered by form-submitted                     by m1
        2026-01-05 10:30:00.000  first-of  #1 589ef9da  reacts   took the way to 'entered'                     by m2
        2026-01-05 10:30:00.000  first-of  #1 589ef9da  entered  action webhook 'https://crm.example/entered'  by m2
        """;

    assertPrinted(trace("wait-for-branches", "c1", "--node=entered"), got);
    assertPrinted(
        trace("wait-for-branches", "c1", "--action=a1be030048bd524bbfa56b061373b0aa"), got);
    assertPrinted(
        trace("wait-for-branches", "c3", "--node=entered"),
        """
        first-of #1 5672114d: did not come to 'entered'
        2026-01-05 10:00:00.000  first-of  #1 5672114d  start   entered by form-submitted                    by m5
        2026-01-05 10:59:59.999  first-of  #1 5672114d  reacts  took the way to 'opened'                     by m6
        2026-01-05 10:59:59.999  first-of  #1 5672114d  opened  action webhook 'https://crm.example/opened'  by m6
        2026-01-05 10:59:59.999  first-of  #1 5672114d  done    finished                                     by m6
        """);
  }

  @Test
  void asJson() throws IOException {
    List<String> lines =
        trace("wait-for-branches", "c4", "--json", "--node=silent").printed().lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(2))
        .startsWith(
            "{\"time\":\"2026-01-05T11:00:00Z\",\"instance\":1,"
                + "\"text\":\"action webhook 'https://crm.example/silent'\",\"cause\":\"deadline\","
                + "\"trace\":{\"kind\":\"action\",")
        .contains("\"action\":{\"actionId\":\"7d65592d4af0a99df040d8986d1ba317\"");
    assertThat(Json.read(lines.get(0).getBytes(StandardCharsets.UTF_8)).path("cause").asText())
        .isEqualTo("message");
  }

  @Test
  void ofOneScenarioWithTheSameNumbers() throws IOException {
    assertPrinted(
        trace("scenarios-in-order-of-id", "c1", "--scenario=ca-rt"),
        """
        customer c1, times in UTC
        2026-01-05 10:00:00.000  ca-rt  #2 18e44c33  cart  entered by product-added-to-cart  by m1
        2026-01-05 11:00:00.000  ca-rt  #2 18e44c33  mail  action send-email 'mail'          by a deadline
        2026-01-05 11:00:00.000  ca-rt  #2 18e44c33  done  finished                          by a deadline
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c11 || no record of customer 'c11' in |; did you mean 'c1'?",
        "nobody-of-all || no record of customer 'nobody-of-all' in |",
        "c1 | --scenario=first-off | 'c1' did not come into scenario 'first-off'|; did you mean 'first-of'?",
        "c1 | --node=entred | no customer came to a node 'entred'|; did you mean 'entered'?",
        "c1 | --action=abc | 'c1' got no action 'abc' in |",
      })
  void whereThereIsNothing(String customer, String option, String message, String more)
      throws IOException {
    CommandRun run =
        option == null
            ? trace("wait-for-branches", customer)
            : trace("wait-for-branches", customer, option);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.printed()).isEmpty();
    assertThat(run.complained()).startsWith("error: ").contains(message);
    assertThat(run.complained()).contains(more == null ? "" : more);
  }

  @Test
  void filesThatAreNoneOfAReplay() throws IOException {
    CommandRun missing = CommandRun.of("trace", "--customer=c1", directory.toString());
    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.complained())
        .contains(directory.resolve("trace.jsonl") + " cannot be read; give the directory");

    Files.writeString(directory.resolve("trace.jsonl"), "{\"customerId\":\"c1\"\n");
    CommandRun broken = CommandRun.of("trace", "--customer=c1", directory.toString());
    assertThat(broken.exitCode()).isEqualTo(3);
    assertThat(broken.complained()).contains("trace.jsonl:1 is no record");
  }

  @Test
  void whatComesFromOutsideDoesNotMoveTheCursor() throws IOException {
    Files.writeString(
        directory.resolve("trace.jsonl"),
        "{\"kind\":\"erased\",\"customerId\":\"c\\u001B[2J\",\"timestamp\":0,\"messageId\":\"m\\n\\u001B[2J\"}\n");
    Files.writeString(directory.resolve("actions.jsonl"), "");

    CommandRun run = CommandRun.of("trace", "--customer=c\u001b[2J", directory.toString());

    assertThat(run.printed()).contains("by m\\u000a\\u001b[2J").doesNotContain("\u001b");
  }

  private CommandRun trace(String folder, String customer, String... options) throws IOException {
    for (String name : List.of("trace", "actions")) {
      Path written = CASES.resolve(folder).resolve("expected-" + name + ".jsonl");
      Files.writeString(
          directory.resolve(name + ".jsonl"),
          Files.exists(written) ? Files.readString(written) : "");
    }
    List<String> arguments =
        new ArrayList<>(List.of("trace", "--customer", customer, directory.toString()));
    arguments.addAll(Arrays.asList(options));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static List<String> customers(String folder) throws IOException {
    return Files.readAllLines(CASES.resolve(folder).resolve("expected-trace.jsonl")).stream()
        .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8)))
        .map(record -> record.path("customerId").asText())
        .distinct()
        .toList();
  }

  private static void assertPrinted(CommandRun run, String expected) {
    assertThat(run.complained()).isEmpty();
    assertThat(run.printed()).isEqualToNormalizingNewlines(expected);
    assertThat(run.exitCode()).isZero();
  }
}
