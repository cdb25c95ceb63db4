package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with what a replay is given: a clear message, an exit code that tells it, and nothing lost. */
class BadInputITCase {
  private static final String GOOD = "../conf/scenarios/win-back.json";
  private static final String ORDER =
      """
      {"type":"track","event":"Order Completed","messageId":"%s","userId":"%s","timestamp":%s}""";

  @TempDir private Path directory;

  private Path events;
  private Path out;

  @BeforeEach
  void prepare() throws IOException {
    out = directory.resolve("out");
    events =
        write("events/a.jsonl", ORDER.formatted("m1", "anna", "\"2026-01-01T00:00:00Z\"") + "\n");
  }

  @Test
  void allErrorsOfAllDocumentsAreToldAtOnce() throws IOException {
    Path malformed = write("malformed.json", "{\"id\": \"a\",\n");
    Path unknown =
        write("unknown.json", Files.readString(Path.of(GOOD)).replace("\"within\"", "\"withn\""));

    ReplayRun run = replay("--scenarios", malformed.toString(), unknown.toString(), GOOD);

    assertFailed(run, 1, "error SCN001 " + malformed + ":2:1");
    assertThat(run.command().complained())
        .contains("error SCN011 " + unknown + ":", "unknown key 'withn'; did you mean 'within'?");
  }

  @Test
  void whereThereIsNoScenarioNothingIsRun() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    Path missing = directory.resolve("missing.json");

    assertFailed(replay("--scenarios=" + empty), 1, empty + ": there is no *.json file");
    assertFailed(replay("--scenarios=" + missing), 1, missing + ": there is no such file");
    assertFailed(replay(), 2, "--scenarios=PATH");
  }

  @Test
  void twoScenariosOfOneIdAreAnError() throws IOException {
    Path copy = write("copy.json", Files.readString(Path.of(GOOD)));

    assertFailed(replay("--scenarios", GOOD, copy.toString()), 1, "'win-back' is taken by " + GOOD);
  }

  @Test
  void eventFilesThatAreNotThereAreWrongUsage() throws IOException {
    Path missing = directory.resolve("missing");
    Path empty = Files.createDirectory(directory.resolve("empty"));

    assertFailed(replayOf(missing, "--scenarios=" + GOOD), 2, missing + " does not exist");
    assertFailed(replayOf(empty, "--scenarios=" + GOOD), 2, "no event file in [" + empty);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"inputs\": 3}', 1, '/inputs: expected a list, found 3'",
    "'{\"name\": \"x\",', 1, 'Unexpected end-of-input'",
    "'', 1, 'mapping.json'"
  })
  void aMappingThatCannotBeUnderstood(String text, int exitCode, String message)
      throws IOException {
    Path mapping = write("mapping.json", text);

    assertFailed(replay("--scenarios=" + GOOD, "--mapping=" + mapping), exitCode, message);
  }

  @Test
  void aMappingThatCannotBeReadIsWrongUsage() {
    assertFailed(
        replay("--scenarios=" + GOOD, "--mapping=" + directory),
        2,
        "the mapping file " + directory + " cannot be read");
  }

  @ParameterizedTest
  @CsvSource({
    "--as-of=yesterday, --as-of",
    "--parallelism=0, --parallelism must be 1 or more",
    "--parallelism=many, --parallelism",
    "--execution=SLOWLY, --execution",
    "--dedup-horizon=PT-1S, --dedup-horizon must not be negative",
    "--dedup-horizon=long, --dedup-horizon",
    "--future-tolerance=PT-1S, --future-tolerance must not be negative",
    "--no-such-option, --no-such-option"
  })
  void wrongOptions(String option, String message) {
    assertFailed(replay("--scenarios=" + GOOD, option), 2, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "file/below"})
  void whereNothingCanBeWritten(String name) throws IOException {
    write("file", "");
    out = directory.resolve(name);

    ReplayRun run = replay("--scenarios=" + GOOD);

    assertThat(run.command().exitCode()).isEqualTo(3);
    assertThat(run.command().complained())
        .startsWith("The replay failed: cannot write to " + out + ": ");
    assertThat(Files.readString(directory.resolve("file"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BATCH", "STREAMING"})
  void brokenRecordsAreDeadLettersAndTheOthersAreTaken(String execution) throws IOException {
    List<String> records =
        List.of(
            "{\"type\":\"trac",
            "null",
            "[]",
            "{}",
            ORDER.formatted("m2", "", "0"),
            ORDER.formatted("m3", "anna", "\"2026-01-01\""),
            ORDER.formatted("m4", "anna", "\"2026-01-01T00:00:00\""),
            ORDER.formatted("m5", "an\\ud800na", "0"),
            ORDER.formatted("m6", "anna", "1e400"),
            ORDER.replace("Order Completed", "").formatted("m7", "anna", "0"),
            "{\"type\":\"group\",\"userId\":\"anna\",\"timestamp\":0}",
            "\u0000\u0001",
            ORDER.formatted("m8", "anna", "\"2026-01-02T00:00:00Z\""));
    write("events/b.jsonl", "\n" + String.join("\r\n", records) + "\n\n");

    ReplayRun run = replay("--scenarios=" + GOOD, "--execution=" + execution).done();

    run.assertNothingLost(1 + records.size());
    assertThat(run.input("applied")).isEqualTo(2);
    assertThat(run.deadLetters())
        .extracting(letter -> field(letter, "position").asInt())
        .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    assertThat(run.deadLetters())
        .allSatisfy(letter -> assertThat(field(letter, "detail").asText()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"BATCH", "STREAMING"})
  void theFarPastIsTakenAndTheFarFutureIsNot(String execution) throws IOException {
    List<String> records =
        List.of(
            ORDER.formatted("m2", "bert", "\"0001-01-01T00:00:00Z\""),
            ORDER.formatted("m3", "bert", "-62135596800001"),
            ORDER.formatted("m4", "bert", "\"0001-03-31T23:59:59.999Z\""),
            ORDER.formatted("m5", "bert", "\"9999-12-31T23:59:59Z\""),
            ORDER.formatted("m6", "bert", "9223372036854775807"),
            ORDER.formatted("m7", "bert", "-9223372036854775808"));
    write("events/b.jsonl", String.join("\n", records));

    ReplayRun run = replay("--scenarios=" + GOOD, "--execution=" + execution).done();

    run.assertNothingLost(1 + records.size());
    assertThat(run.deadLetters())
        .extracting(letter -> field(letter, "position").asInt())
        .containsExactly(4, 5, 6);
    JsonNode counts = run.summary().path("scenarios").path("win-back");
    assertThat(counts.path("entered").asInt()).isEqualTo(4);
    assertThat(counts.path("decided").path("again").path("yes").asInt()).isEqualTo(2);
    assertThat(counts.path("exited").path("consent-missing").asInt())
        .as("90 days later")
        .isEqualTo(1);
    assertThat(run.trace()).first().asString().contains("\"timestamp\":-62135596800001,");
  }

  @Test
  void anEndOfTheClockBeforeEverything() throws IOException {
    ReplayRun run = replay("--scenarios=" + GOOD, "--as-of=0001-01-01T00:00:00Z").done();

    run.assertNothingLost(1);
    assertThat(run.input("afterEnd")).isEqualTo(1);
    assertThat(run.actions()).isEmpty();
    assertThat(run.trace()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BATCH", "STREAMING"})
  void aHistoryWithoutAnyEvent(String execution) throws IOException {
    Path broken = write("broken/a.jsonl", "not a record\n");

    ReplayRun run = replayOf(broken, "--scenarios=" + GOOD, "--execution=" + execution).done();

    run.assertNothingLost(1);
    assertThat(run.trace()).isEmpty();
  }

  @Test
  void deadLettersOfFilesWithOneNameHaveAnOrder() throws IOException {
    for (int number = 0; number < 10; number++) {
      write(number + "/same.jsonl", "broken " + number);
    }
    String[] arguments = new String[11];
    arguments[0] = "--events";
    for (int number = 0; number < 10; number++) {
      arguments[1 + number] = directory.resolve((number * 7 % 10) + "").toString();
    }

    ReplayRun run =
        ReplayRun.of(
            out,
            Stream.concat(Stream.of(arguments), Stream.of("--scenarios=" + GOOD, "--parallelism=4"))
                .toArray(String[]::new));

    assertThat(run.done().deadLetters()).hasSize(10).isSorted();
  }

  @Test
  void filesThatNoInputOfTheMappingTakesAreTold() throws IOException {
    Path mapping =
        write(
            "mapping.json",
            """
            { "name": "Days",
              "tables": { "names": { "file": "names.csv", "key": "id", "value": "name" } },
              "inputs": [ { "files": "2026-01-01.csv", "format": { "type": "csv" }, "events": [ {
                "kind": "product-viewed", "customerId": { "from": "id", "table": "names" },
                "timestamp": "at" } ] } ] }""");
    write("days/names.csv", "id,name\n1,anna\n");
    for (int day = 1; day <= 3; day++) {
      write("days/2026-01-0" + day + ".csv", "id,at\n1,2026-01-0" + day + "T00:00:00Z\n");
    }

    ReplayRun run =
        replayOf(directory.resolve("days"), "--scenarios=" + GOOD, "--mapping=" + mapping).done();

    run.assertNothingLost(1);
    assertThat(run.command().complained())
        .hasLineCount(1)
        .contains("warning: no 'files' of " + mapping + " takes 2026-01-02.csv and 1 other file");
  }

  @Test
  void aReplayThatFailsLeavesTheFilesOfAnEarlierOne() throws IOException {
    replay("--scenarios=" + GOOD).done();
    List<String> before = Files.readAllLines(out.resolve("trace.jsonl"));

    assertFailed(replay("--scenarios=" + directory.resolve("missing.json")), 1, "SCN003");

    assertThat(Files.readAllLines(out.resolve("trace.jsonl"))).isEqualTo(before).hasSize(1);
  }

  private ReplayRun replay(String... arguments) {
    return replayOf(events.getParent(), arguments);
  }

  private ReplayRun replayOf(Path history, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--events=" + history;
    return ReplayRun.of(out, all);
  }

  private void assertFailed(ReplayRun run, int exitCode, String message) {
    assertThat(run.command().exitCode()).isEqualTo(exitCode);
    assertThat(run.command().complained()).contains(message).doesNotContain("\tat ");
    assertThat(run.command().printed()).isEmpty();
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static JsonNode field(String record, String name) {
    return Json.read(record.getBytes(StandardCharsets.UTF_8)).path(name);
  }
}
