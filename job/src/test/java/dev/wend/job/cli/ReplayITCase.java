package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same history gives the same files, byte for byte, however it lies in files and however it is run. */
class ReplayITCase {
  private static final String SCENARIOS = "../conf/scenarios";
  private static final long SEED = 20260305;

  @TempDir private static Path directory;

  private static Path history;
  private static List<String> records;
  private static ReplayRun expected;

  /** How the same records lie in files. */
  private enum Layout {
    BY_DAY,
    ARGUMENTS_REVERSED,
    SHUFFLED,
    SHUFFLED_AND_COMPRESSED,
    ONE_FILE
  }

  @BeforeAll
  static void generate() throws IOException {
    history = directory.resolve("history");
    CommandRun generated =
        CommandRun.of("generate", "--customers=300", "--days=30", "--seed=11", "--out=" + history);
    assertThat(generated.exitCode()).isZero();
    records = new ArrayList<>();
    for (Path file : files(history)) {
      records.addAll(Files.readAllLines(file));
    }
    expected = replay("expected", "BATCH", 1, history.toString());
  }

  @Test
  void theHistoryIsWorthComparing() throws IOException {
    assertThat(records).hasSizeGreaterThan(5_000);
    assertThat(expected.actions()).hasSizeGreaterThan(300);
    for (JsonNode scenario : expected.summary().path("scenarios")) {
      assertThat(scenario.path("entered").asLong()).isPositive();
    }
    expected.assertNothingLost(records.size());
    assertThat(expected.input("duplicates")).isPositive();
    assertThat(expected.input("deadLetters")).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "BATCH, 2, BY_DAY",
    "BATCH, 2, SHUFFLED",
    "BATCH, 1, ONE_FILE",
    "BATCH, 3, ARGUMENTS_REVERSED",
    "STREAMING, 1, SHUFFLED_AND_COMPRESSED",
    "STREAMING, 2, SHUFFLED",
    "STREAMING, 2, BY_DAY"
  })
  void givesTheSameBytes(String execution, int parallelism, Layout layout) throws IOException {
    ReplayRun run =
        replay(execution + parallelism + layout, execution, parallelism, arguments(layout));

    assertThat(run.out().resolve("actions.jsonl"))
        .hasSameBinaryContentAs(expected.out().resolve("actions.jsonl"));
    assertThat(run.out().resolve("trace.jsonl"))
        .hasSameBinaryContentAs(expected.out().resolve("trace.jsonl"));
    assertThat(withoutFiles(run)).isEqualTo(withoutFiles(expected));
    assertThat(texts(run)).containsExactlyInAnyOrderElementsOf(texts(expected));
    run.assertNothingLost(records.size());
  }

  @ParameterizedTest
  @CsvSource({"BATCH, 2", "STREAMING, 1"})
  void anEarlierEndOfTheClockGivesTheBeginOfTheSameFiles(String execution, int parallelism)
      throws IOException {
    Instant end = Instant.parse("2026-01-20T12:00:00Z");

    ReplayRun run =
        replay(
            "as-of-" + execution,
            execution,
            parallelism,
            history.toString(),
            "--as-of",
            end.toString());

    assertThat(run.actions()).isEqualTo(until(end, expected.actions()));
    assertThat(run.trace()).isEqualTo(until(end, expected.trace()));
    assertThat(run.input("afterEnd")).isPositive();
    run.assertNothingLost(records.size());
  }

  private static ReplayRun replay(
      String name, String execution, int parallelism, String... events) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--scenarios=" + SCENARIOS,
                "--execution=" + execution,
                "--parallelism=" + parallelism,
                "--events"));
    arguments.addAll(List.of(events));
    return ReplayRun.of(directory.resolve(name), arguments.toArray(String[]::new)).done();
  }

  private static String[] arguments(Layout layout) throws IOException {
    Path target = directory.resolve(layout.name());
    Files.createDirectories(target);
    return switch (layout) {
      case BY_DAY -> new String[] {history.toString()};
      case ARGUMENTS_REVERSED -> {
        List<String> reversed =
            new ArrayList<>(files(history).stream().map(Path::toString).toList());
        Collections.reverse(reversed);
        yield reversed.toArray(String[]::new);
      }
      case SHUFFLED, SHUFFLED_AND_COMPRESSED -> {
        shuffleInto(target, layout == Layout.SHUFFLED_AND_COMPRESSED);
        yield new String[] {target.toString()};
      }
      case ONE_FILE -> {
        Files.write(target.resolve("all.ndjson"), records);
        yield new String[] {target.resolve("all.ndjson").toString()};
      }
    };
  }

  /** Into seven files, in any order of lines, under names in any order. */
  private static void shuffleInto(Path target, boolean compressed) throws IOException {
    List<String> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, new Random(SEED));
    int size = shuffled.size() / 7 + 1;
    for (int part = 0; part < 7; part++) {
      List<String> lines =
          shuffled.subList(part * size, Math.min(shuffled.size(), (part + 1) * size));
      byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
      Path file = target.resolve(part * 3 % 7 + (compressed ? ".jsonl.gz" : ".jsonl"));
      try (OutputStream out = Files.newOutputStream(file);
          OutputStream sink = compressed ? new GZIPOutputStream(out) : out) {
        sink.write(text);
      }
    }
  }

  private static List<Path> files(Path parent) throws IOException {
    try (Stream<Path> found = Files.list(parent)) {
      return found.sorted().toList();
    }
  }

  private static ObjectNode withoutFiles(ReplayRun run) throws IOException {
    ObjectNode summary = (ObjectNode) run.summary();
    ((ObjectNode) summary.get("input")).remove(List.of("files", "bytesRead"));
    return summary;
  }

  private static List<String> texts(ReplayRun run) throws IOException {
    return run.deadLetters().stream().map(letter -> json(letter).path("text").asText()).toList();
  }

  private static List<String> until(Instant end, List<String> written) {
    return written.stream()
        .filter(record -> json(record).path("timestamp").asLong() <= end.toEpochMilli())
        .toList();
  }

  private static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
