package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A replay of a part of a history gives what a history of that part gives. */
class ReplaySelectionITCase {
  private static final String HISTORY = "../conf/sample";
  private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir private Path directory;

  @Test
  void timesAreHalfOpenAndTheClockEndsAtTheLastEventThatIsLeft() throws IOException {
    ReplayRun part = replay("part", HISTORY, "--from=" + FROM, "--to=" + TO);
    ReplayRun alone = replay("alone", only(event -> isBetween(event, FROM, TO)).toString());

    assertSameRecords(part, alone);
    assertThat(part.actions()).hasSizeGreaterThan(20);
    assertThat(part.input("beforeFrom")).isPositive();
    assertThat(part.input("notBeforeTo")).isPositive();
    assertThat(part.input("events") - part.input("beforeFrom") - part.input("notBeforeTo"))
        .isEqualTo(alone.input("events"));
    assertThat(part.command().printed()).contains("Left out: events ", " before --from");
    assertThat(alone.summary().path("input").has("beforeFrom")).isFalse();
  }

  @Test
  void customersAreThoseOfTheFile() throws IOException {
    Path ids = directory.resolve("ids.txt");
    Files.writeString(ids, "\uFEFFc1000012\r\n\n  c1000014\nnobody\n");

    ReplayRun part = replay("part", HISTORY, "--customers=" + ids);

    assertThat(customers(part)).containsExactly("c1000012", "c1000014");
    assertThat(part.input("otherCustomers")).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"20%, BATCH, 1", "20%, BATCH, 3", "20%, STREAMING, 2", "60%, BATCH, 2"})
  void samplesAreTheSameHoweverTheyAreRun(String share, String execution, String parallelism)
      throws IOException {
    ReplayRun whole = replay("whole", HISTORY);
    ReplayRun run =
        replay(
            "run",
            HISTORY,
            "--sample=" + share,
            "--execution=" + execution,
            "--parallelism=" + parallelism);

    SortedSet<String> sampled = customers(run);
    assertThat(sampled).hasSizeBetween(share.equals("20%") ? 5 : 25, share.equals("20%") ? 20 : 45);
    assertThat(customers(replay("larger", HISTORY, "--sample=70%"))).containsAll(sampled);
    assertThat(run.trace()).hasSizeGreaterThan(20).isSubsetOf(whole.trace());
    assertThat(run.input("notSampled")).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--from=yesterday | yesterday",
        "--from=2026-02-01T00:00:00Z --to=2026-02-01T00:00:00Z | --from must be before --to",
        "--sample=2 | expected a share such as 1% or 0.5%, found \"2\"",
        "--sample=0% | more than 0% and at most 100%",
        "--customers=nowhere.txt | the file of customers nowhere.txt cannot be read"
      })
  void wrongUsageIsTwo(String options, String complaint) {
    String[] given = ("--events=" + HISTORY + ' ' + options).split(" ", -1);
    ReplayRun run =
        ReplayRun.of(directory.resolve("out"), with("--scenarios=../conf/scenarios", given));

    assertThat(run.command().exitCode()).isEqualTo(2);
    assertThat(run.command().complained()).contains(complaint);
    assertThat(run.out()).doesNotExist();
  }

  private ReplayRun replay(String name, String events, String... options) {
    String[] arguments = with("--events=" + events, options);
    return ReplayRun.of(directory.resolve(name), with("--scenarios=../conf/scenarios", arguments))
        .done();
  }

  private static String[] with(String first, String... others) {
    return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
  }

  private static void assertSameRecords(ReplayRun one, ReplayRun other) {
    for (String file : List.of("actions.jsonl", "trace.jsonl")) {
      assertThat(one.out().resolve(file)).hasSameBinaryContentAs(other.out().resolve(file));
    }
  }

  private static SortedSet<String> customers(ReplayRun run) throws IOException {
    SortedSet<String> customers = new TreeSet<>();
    for (String record : run.trace()) {
      customers.add(Json.read(record.getBytes(StandardCharsets.UTF_8)).path("customerId").asText());
    }
    return customers;
  }

  private Path only(Predicate<ObjectNode> events) throws IOException {
    Path target = Files.createDirectories(directory.resolve("history"));
    try (Stream<Path> files = Files.list(Path.of(HISTORY))) {
      for (Path file : files.toList()) {
        List<String> lines =
            Files.readAllLines(file).stream().filter(line -> meets(line, events)).toList();
        Files.write(target.resolve(file.getFileName()), lines);
      }
    }
    return target;
  }

  private static boolean meets(String line, Predicate<ObjectNode> events) {
    try {
      return Json.MAPPER.readTree(line) instanceof ObjectNode object && events.test(object);
    } catch (IOException dirty) {
      return false;
    }
  }

  private static boolean isBetween(ObjectNode event, Instant from, Instant to) {
    JsonNode timestamp = event.path("timestamp");
    try {
      Instant time =
          timestamp.isNumber()
              ? Instant.ofEpochMilli(timestamp.longValue())
              : java.time.OffsetDateTime.parse(timestamp.asText()).toInstant();
      return !time.isBefore(from) && time.isBefore(to);
    } catch (java.time.DateTimeException dirty) {
      return false;
    }
  }
}
