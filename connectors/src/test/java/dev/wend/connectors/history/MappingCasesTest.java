package dev.wend.connectors.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.connectors.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder: a mapping (its own, or that which ships under its name), the files that it reads, and what comes out. */
class MappingCasesTest {
  private static final Path CASES =
      Path.of("src/test/resources/dev/wend/connectors/history/mappings");

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void readsWhatTheMappingSays(String name)
      throws IOException, InvalidMappingException, UnreadablePathException {
    Path folder = CASES.resolve(name);
    HistoryReader reader = reader(folder);
    List<EventFile> files = reader.find(List.of(folder));

    List<String> read = lines(CollectingSink.of(reader, files));

    assertThat(String.join("\n", read))
        .isEqualTo(Files.readString(folder.resolve("expected.txt")).strip());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theOrderOfFilesAndLinesIsNotSeenInEvents(String name)
      throws IOException, InvalidMappingException, UnreadablePathException {
    Path folder = CASES.resolve(name);
    HistoryReader reader = reader(folder);
    List<EventFile> files = new ArrayList<>(reader.find(List.of(folder)));
    CollectingSink inOrder = CollectingSink.of(reader, files);
    Collections.reverse(files);

    CollectingSink reversed = CollectingSink.of(reader, files);
    Collections.reverse(reversed.lines());

    assertThat(reversed.merged()).isEqualTo(inOrder.merged());
    assertThat(reversed.events()).containsExactlyInAnyOrderElementsOf(inOrder.events());
  }

  private static HistoryReader reader(Path folder) throws IOException, InvalidMappingException {
    Path own = folder.resolve("mapping.json");
    Path shipped = Path.of("../conf/mappings", folder.getFileName() + ".json");
    Path mapping = Files.exists(own) ? own : shipped;
    return new HistoryReader(
        new DecoderSettings(
            Instant.parse("2026-01-01T00:00:00Z"), DecoderSettings.DEFAULT_FUTURE_TOLERANCE),
        Mapping.parse(mapping.getFileName().toString(), Files.readString(mapping)));
  }

  private static List<String> lines(CollectingSink sink) {
    List<String> lines = new ArrayList<>();
    Stream.concat(sink.events().stream(), sink.merged().stream())
        .map(event -> event.toJson().toString())
        .forEach(lines::add);
    sink.deadLetters().stream()
        .map(
            letter ->
                String.join(
                    " ",
                    letter.source() + ":" + letter.position(),
                    letter.reason().id(),
                    letter.detail()))
        .forEach(lines::add);
    return lines;
  }
}
