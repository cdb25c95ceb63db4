package dev.wend.connectors.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.connectors.mapping.Mapping;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of CSV, as {@code line:customer note} for each event and {@code line!} for each dead letter. */
class QuotedLineBreaksTest {
  private static final String MAPPING =
      """
      { "inputs": [ { "files": "*.csv", "format": { "type": "csv"%s },
        "events": [ { "kind": "custom", "name": { "value": "Note" }, "customerId": "customer",
          "messageId": { "text": "{customer}" },
          "timestamp": { "value": "2026-01-01T00:00:00Z" }, "properties": { "note": "note" } } ] } ] }
      """;

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "c1,plain~c2,plain | c1 plain,c2 plain",
        "c1,\"a~b\"~c2,x | c1 a~b,c2 x",
        "c1,\"a~~b\"~c2,x | c1 a~~b,c2 x",
        "c1,\"a~\"\"b\"\"~\"~c2,x | c1 a~\"b\"~,c2 x",
        "\"c~1\",\"a~b\"~c2,x | c~1 a~b,c2 x",
        "c1,\"a, \"\"b~c2,x~c3,y | 2!,c2 x,c3 y",
        "c1,\"a~c2,\"b\"~c3,y | 2!,c2 b,c3 y",
        "c1,\"a~c2,x~c3,\"b\" | 2!,c2 x,c3 b",
        "c1,\"a~b,c\"~c2,x | c1 a~b,c,c2 x",
        "c1,\"a~b\",c,d~c2,x | 2!,3!,c2 x",
        "c1,5\" x 3\"~c2,\"a~b\" | c1 5\" x 3\",c2 a~b",
        "c1,x~c2,\"a | c1 x,3!",
        "c1,x~c2,\"a~b | c1 x,3!,4!"
      })
  void belongToTheValue(String rows, String expected) throws IOException, InvalidMappingException {
    for (String lineEnd : List.of("\n", "\r\n")) {
      String text = "customer,note\n" + rows.replace("~", lineEnd) + lineEnd;
      Files.writeString(directory.resolve("a.csv"), text);

      assertThat(byLine(read("", Long.MAX_VALUE))).isEqualTo(expected.replace("~", "\n"));
    }
  }

  @Test
  void mayStandInNamesOfColumns() throws IOException, InvalidMappingException {
    Files.writeString(
        directory.resolve("a.csv"), "\"customer\",note,\"more\nof it\"\nc1,x,y\nc2,\"a\nb\",z\n");

    assertThat(events(read("", Long.MAX_VALUE))).containsExactly("c1 x", "c2 a\nb");
  }

  @Test
  void areWhatTheyAreWhereNothingIsQuoted() throws IOException, InvalidMappingException {
    Files.writeString(directory.resolve("a.csv"), "customer,note\nc1,\"a\nc2,b\"\n");

    assertThat(events(read(", \"quote\": \"\"", Long.MAX_VALUE)))
        .containsExactly("c1 \"a", "c2 b\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16", "UTF-8"})
  void otherEncodingsAreReadAsTheMappingSays(String charset)
      throws IOException, InvalidMappingException {
    Files.writeString(
        directory.resolve("a.csv"),
        "customer,note\nKäthe,\"Grüße\nß\"\n",
        Charset.forName(charset));

    assertThat(events(read(", \"charset\": \"" + charset + '"', Long.MAX_VALUE)))
        .containsExactly("Käthe Grüße\nß");
  }

  /** Whatever the size of the parts, the same is read: of dead letters also the numbers of their lines. */
  @ParameterizedTest
  @ValueSource(longs = {1, 40, 1_000, 60_000})
  void partsGiveWhatTheWholeGives(long partBytes) throws IOException, InvalidMappingException {
    Random random = new Random(11);
    StringBuilder plain = new StringBuilder("\uFEFFcustomer,note\r\n");
    StringBuilder broken = new StringBuilder("customer,note\n");
    for (int row = 0; row < 4_000; row++) {
      String quoted = random.nextBoolean() ? "\"a \"\" \uD83D\uDE00, b\"" : "5\" pipe";
      String line = random.nextInt(50) == 0 ? "bad" : "c" + row + "," + quoted;
      plain.append(line).append(random.nextBoolean() ? "\n" : "\r\n\n");
      broken.append(line).append('\n');
    }
    Files.writeString(directory.resolve("plain.csv"), plain);
    Files.writeString(directory.resolve("broken.csv"), broken + "c1,\"a\nb\"\n");

    CollectingSink whole = read("", Long.MAX_VALUE);
    CollectingSink parts = read("", partBytes);

    assertThat(parts.events()).isEqualTo(whole.events()).hasSizeGreaterThan(7_000);
    assertThat(events(parts)).contains("c1 a\nb");
    assertThat(parts.deadLetters()).isEqualTo(whole.deadLetters()).hasSizeGreaterThan(100);
    HistoryReader reader = reader("", 1_000);
    assertThat(reader.parts(files()))
        .filteredOn(part -> part.file().name().equals("plain.csv"))
        .hasSizeGreaterThan(20);
    assertThat(reader.parts(files()))
        .filteredOn(part -> part.file().name().equals("broken.csv"))
        .hasSize(1);
  }

  private CollectingSink read(String format, long partBytes)
      throws IOException, InvalidMappingException {
    HistoryReader reader = reader(format, partBytes);
    CollectingSink sink = new CollectingSink();
    reader.parts(files()).forEach(part -> reader.read(part, sink));
    return sink;
  }

  private static List<String> events(CollectingSink sink) {
    return sink.events().stream()
        .map(event -> event.customerId() + ' ' + event.properties().path("note").asText())
        .toList();
  }

  private static List<String> letters(CollectingSink sink) {
    return sink.deadLetters().stream().map(letter -> letter.position() + "!").toList();
  }

  /** By line: that of dead letters, and of events that in which their customer would stand. */
  private static String byLine(CollectingSink sink) {
    return Stream.concat(letters(sink).stream(), events(sink).stream())
        .sorted(
            Comparator.comparing(
                read -> read.endsWith("!") ? read.charAt(0) - 1 : read.codePointAt(1)))
        .collect(Collectors.joining(","));
  }

  private HistoryReader reader(String format, long partBytes) throws InvalidMappingException {
    return new HistoryReader(
            new DecoderSettings(
                Instant.parse("2026-01-02T00:00:00Z"), DecoderSettings.DEFAULT_FUTURE_TOLERANCE),
            Mapping.parse("mapping.json", MAPPING.formatted(format)))
        .withPartBytes(partBytes);
  }

  private List<EventFile> files() throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      return found
          .sorted()
          .map(
              file ->
                  new EventFile(
                      file.getFileName().toString(), file.toString(), file.toFile().length()))
          .toList();
    }
  }
}
