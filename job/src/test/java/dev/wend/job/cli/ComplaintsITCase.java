package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of such systems complain about, where it takes the command line to show it; case folders show the rest. */
class ComplaintsITCase {
  private static final String GOOD = "../conf/scenarios/win-back.json";

  @TempDir private Path directory;

  @Test
  void complaint14ABadDocumentStopsNothingAndReplacesNothing() throws IOException {
    Path events = Path.of("src/test/resources/examples/store-to-site-and-back/events.jsonl");
    Path out = directory.resolve("out");
    ReplayRun.of(out, "--scenarios=" + GOOD, "--events=" + events).done();
    Map<String, String> before = files(out);
    Path bad = directory.resolve("bad.json");
    Files.writeString(
        bad, Files.readString(Path.of(GOOD)).replace("\"type\": \"end\"", "\"type\": \"ende\""));

    ReplayRun refused =
        ReplayRun.of(out, "--scenarios", GOOD, bad.toString(), "--events=" + events);

    assertThat(refused.command().exitCode()).isEqualTo(1);
    assertThat(refused.command().complained()).contains(bad + ":").contains("found \"ende\"");
    assertThat(files(out)).isEqualTo(before);
    assertThat(before.keySet())
        .containsExactlyElementsOf(
            List.of("actions.jsonl", "dead-letter.jsonl", "summary.json", "trace.jsonl"));
  }

  private static Map<String, String> files(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var found = Files.newDirectoryStream(directory)) {
      for (Path file : found) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }
}
