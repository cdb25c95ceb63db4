package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Online Retail with a delay that becomes three days, and a branch that is turned round, compared.
 *
 * @param old the scenarios as they are
 * @param changed with both changes, and a version of one without any
 * @param out where the files of the comparison are
 */
record ComparedRetail(Path history, Path old, Path changed, Path out, CommandRun run) {
  static final String MAPPING = "--mapping=../conf/mappings/online-retail.json";

  /** Compares in one task, or skips the test where the history is not there. */
  static ComparedRetail in(Path directory) throws IOException {
    Path history = directory.resolve("history");
    SharedHistory.extract("online-retail-uci-by-day.tar.xz", history);
    Path old = copy(directory.resolve("old"));
    Path changed = copy(directory.resolve("new"));
    edit(changed, "cancelled-order.json", "\"for\": \"PT1H\"", "\"for\": \"P3D\"");
    edit(
        changed,
        "large-order.json",
        "\"yes\": \"done\", \"no\": \"reminder\"",
        "\"yes\": \"reminder\", \"no\": \"done\"");
    edit(changed, "win-back.json", "\"version\": 1", "\"version\": 2");
    Path out = directory.resolve("compared");
    return new ComparedRetail(history, old, changed, out, compare(old, changed, history, out, 1));
  }

  private static Path copy(Path target) throws IOException {
    Path copy = Files.createDirectories(target);
    try (DirectoryStream<Path> documents =
        Files.newDirectoryStream(Path.of("../conf/scenarios-online-retail"))) {
      for (Path document : documents) {
        Files.copy(document, copy.resolve(document.getFileName()));
      }
    }
    return copy;
  }

  private static void edit(Path documents, String name, String from, String to) throws IOException {
    Path document = documents.resolve(name);
    String text = Files.readString(document);
    assertThat(text).contains(from);
    Files.writeString(document, text.replace(from, to));
  }

  private static CommandRun compare(
      Path old, Path changed, Path history, Path out, int parallelism) {
    return CommandRun.of(
        "compare",
        "--quiet",
        "--scenarios=" + old,
        "--against=" + changed,
        "--events=" + history,
        MAPPING,
        "--parallelism=" + parallelism,
        "--out=" + out,
        "--fail-on-difference");
  }

  /** The same comparison in two tasks. */
  void again(Path target) {
    compare(old, changed, history, target, 2);
  }

  /** The whole of {@code compare.json}. */
  JsonNode result() throws IOException {
    return Json.read(Files.readAllBytes(out.resolve("compare.json")));
  }

  /** The lines of {@code differences.jsonl}. */
  List<ObjectNode> differences() throws IOException {
    return lines(Files.readAllLines(out.resolve("differences.jsonl")));
  }

  static List<ObjectNode> lines(List<String> lines) {
    return lines.stream()
        .map(line -> (ObjectNode) Json.read(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
