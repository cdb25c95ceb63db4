package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Examples of {@code conf/scenarios} do what their descriptions say: a folder of {@code src/test/resources/examples} has the
 * name of its example, a story that its README tells, and the actions as (time, customer, node, channel, data).
 */
class ExampleStoriesITCase {
  private static final Path STORIES = Path.of("src/test/resources/examples");

  @TempDir private Path directory;

  static List<String> stories() throws IOException {
    try (Stream<Path> folders = Files.list(STORIES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void doesWhatItSays(String example) throws IOException {
    Path story = STORIES.resolve(example);

    ReplayRun run =
        ReplayRun.of(
            directory,
            "--scenarios=../conf/scenarios/" + example + ".json",
            "--events=" + story.resolve("events.jsonl"));

    assertThat(run.done().actions().stream().map(ExampleStoriesITCase::told))
        .containsExactlyElementsOf(Files.readAllLines(story.resolve("expected-actions.txt")));
    assertThat(run.deadLetters()).isEmpty();
    assertThat(story.resolve("README.md")).isNotEmptyFile();
  }

  private static String told(String line) {
    JsonNode action = Json.read(line.getBytes(StandardCharsets.UTF_8));
    String told =
        String.join(
            " ",
            Instant.ofEpochMilli(action.path("timestamp").asLong()).toString(),
            action.path("customerId").asText(),
            action.path("nodeId").asText(),
            action.path("channel").asText());
    return action.has("data")
        ? told + " " + new String(Json.bytes(action.path("data")), StandardCharsets.UTF_8)
        : told;
  }
}
