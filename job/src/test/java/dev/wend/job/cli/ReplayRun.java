package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A replay from the command line, and the files that it wrote.
 *
 * @param out where they are
 */
public record ReplayRun(CommandRun command, Path out) {

  /** Runs {@code wend replay} with these arguments, in this process. */
  public static ReplayRun of(Path out, String... arguments) {
    List<String> all = new ArrayList<>(List.of("replay", "--quiet", "--out", out.toString()));
    all.addAll(List.of(arguments));
    return new ReplayRun(CommandRun.of(all.toArray(String[]::new)), out);
  }

  /** The same run, which must have come to its end, with nothing but warnings. */
  public ReplayRun done() {
    assertThat(command.complained().lines()).allMatch(line -> line.startsWith("warning: "));
    assertThat(command.exitCode()).isZero();
    return this;
  }

  public List<String> actions() throws IOException {
    return Files.readAllLines(out.resolve("actions.jsonl"));
  }

  public List<String> trace() throws IOException {
    return Files.readAllLines(out.resolve("trace.jsonl"));
  }

  public List<String> deadLetters() throws IOException {
    return Files.readAllLines(out.resolve("dead-letter.jsonl"));
  }

  public JsonNode summary() throws IOException {
    return Json.read(Files.readAllBytes(out.resolve("summary.json")));
  }

  /** A count of the input. */
  public long input(String name) throws IOException {
    JsonNode count = summary().path("input").path(name);
    assertThat(count.isIntegralNumber()).as(name).isTrue();
    return count.asLong();
  }

  /**
   * Every record is an event or a dead letter, and of every event it is known what became of it.
   *
   * @param records in the history
   */
  ReplayRun assertNothingLost(long records) throws IOException {
    assertThat(input("events") + input("deadLetters")).isEqualTo(records);
    assertAllEventsAccounted();
    return this;
  }

  /** Of every event it is known what became of it, and of every dead letter there is a record. */
  void assertAllEventsAccounted() throws IOException {
    assertThat(
            input("applied")
                + input("irrelevant")
                + input("duplicates")
                + input("echoes")
                + input("setAside")
                + input("afterEnd"))
        .isEqualTo(input("events"));
    assertThat(input("failures")).isZero();
    assertThat(deadLetters()).hasSize((int) input("deadLetters"));
  }

  /** How many different customers entered a scenario. */
  long customersThatEntered(String scenario) throws IOException {
    return trace().stream()
        .map(record -> Json.read(record.getBytes(StandardCharsets.UTF_8)))
        .filter(record -> record.path("kind").asText().equals("entered"))
        .filter(record -> record.path("scenarioId").asText().equals(scenario))
        .map(record -> record.path("customerId").asText())
        .distinct()
        .count();
  }
}
