package dev.wend.connectors.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.wend.connectors.Checksum;
import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.event.CustomerEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeFilesTest {
  private static final HistoryReader READER =
      new HistoryReader(
          new DecoderSettings(
              Instant.parse("2026-01-01T00:00:00Z"), DecoderSettings.DEFAULT_FUTURE_TOLERANCE));

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {"%s\n%s\n", "%s\r\n%s\r\n", "%s\n%s", "\uFEFF%s\n\n \t\r\n%s\r\n", "%s\n%s\n\n"})
  void linesEndInSeveralWays(String form) throws IOException {
    Path file = directory.resolve("a.jsonl");
    Files.writeString(file, form.formatted(record("m1"), record("m2")));

    CollectingSink sink = read(READER, file);

    assertThat(ids(sink)).containsExactly("m1", "m2");
    assertThat(sink.deadLetters()).isEmpty();
    assertThat(sink.events()).extracting(CustomerEvent::checksum).doesNotHaveDuplicates();
    assertThat(sink.events().get(0).checksum())
        .isEqualTo(Checksum.of(record("m1").getBytes(UTF_8)));
  }

  @Test
  void deadLettersNameFileLineAndRecord() throws IOException {
    Path file = directory.resolve("a.jsonl");
    Files.writeString(file, record("m1") + "\n\n{\"type\":\"group\"}\r\n" + record("m2"));

    CollectingSink sink = read(READER, file);

    assertThat(ids(sink)).containsExactly("m1", "m2");
    assertThat(sink.deadLetters())
        .containsExactly(
            new DeadLetter(
                "a.jsonl",
                3,
                DeadLetterReason.UNSUPPORTED_TYPE,
                "type \"group\" is not page, screen, identify or track",
                "{\"type\":\"group\"}",
                false));
    assertThat(sink.deadLetters().get(0).toJson())
        .hasToString(
            "{\"source\":\"a.jsonl\",\"position\":3,\"reason\":\"unsupported-type\","
                + "\"detail\":\"type \\\"group\\\" is not page, screen, identify or track\","
                + "\"text\":\"{\\\"type\\\":\\\"group\\\"}\"}");
  }

  @Test
  void longRecordsAreCutInDeadLetters() throws IOException {
    Path file = directory.resolve("a.jsonl");
    Files.writeString(file, "x" + "€".repeat(30_000));

    DeadLetter letter = read(READER, file).deadLetters().get(0);

    assertThat(letter.text()).isEqualTo("x" + "€".repeat(21_845));
    assertThat(letter.toJson().path("cut").booleanValue()).isTrue();
  }

  @Test
  void bytesThatAreNotTextAreShownReplaced() throws IOException {
    Path file = directory.resolve("a.jsonl");
    Files.write(file, new byte[] {'{', (byte) 0xFF, '}'});

    assertThat(read(READER, file).deadLetters())
        .extracting(DeadLetter::detail, DeadLetter::text)
        .containsExactly(tuple("not UTF-8", "{\uFFFD}"));
  }

  @Test
  void linesThatAreTooLongDoNotSpoilOthers() throws IOException {
    Path file = directory.resolve("a.jsonl");
    String atLimit = record("m1");
    Files.writeString(file, atLimit + "\n" + atLimit + "  \n" + record("m3") + "\n");

    CollectingSink sink = read(READER.withMaxLineLength(atLimit.length() + 1), file);

    assertThat(ids(sink)).containsExactly("m1", "m3");
    assertThat(sink.deadLetters())
        .extracting(DeadLetter::position, DeadLetter::reason)
        .containsExactly(tuple(2L, DeadLetterReason.LINE_TOO_LONG));
  }

  @Test
  void compressedFilesMayHaveSeveralMembers() throws IOException {
    Path file = directory.resolve("a.jsonl.gz");
    byte[] first = compressed(record("m1") + "\n" + record("m2").substring(0, 10));
    byte[] second = compressed(record("m2").substring(10) + "\n");
    Files.write(file, concatenated(first, second));

    CollectingSink sink = read(READER, file);

    assertThat(ids(sink)).containsExactly("m1", "m2");
    assertThat(sink.deadLetters()).isEmpty();
    assertThat(sink.progress()).last().isEqualTo(Files.size(file));
  }

  @Test
  void ofATruncatedFileWhatIsThereIsRead() throws IOException {
    byte[] all = compressed(noise(20_000));
    for (int length : List.of(all.length - 1, all.length - 8, all.length / 2, 12, 3)) {
      Path file = directory.resolve("a" + length + ".jsonl.gz");
      Files.write(file, Arrays.copyOf(all, length));

      CollectingSink sink = read(READER, file);

      assertThat(sink.events())
          .hasSizeBetween(length > all.length / 3 ? 80 : 0, length > all.length / 2 ? 300 : 150);
      assertThat(sink.deadLetters())
          .as("cut to %d bytes", length)
          .extracting(DeadLetter::reason)
          .containsExactly(DeadLetterReason.UNREADABLE_FILE);
      assertThat(sink.deadLetters().get(0).detail()).isNotBlank();
    }
  }

  @Test
  void whatFollowsTheCompressedContentIsNotLostInSilence() throws IOException {
    Path file = directory.resolve("a.jsonl.gz");
    Files.write(file, concatenated(compressed(record("m1") + "\n"), "more of it".getBytes(UTF_8)));

    CollectingSink sink = read(READER, file);

    assertThat(ids(sink)).containsExactly("m1");
    assertThat(sink.deadLetters())
        .extracting(DeadLetter::reason)
        .containsExactly(DeadLetterReason.UNREADABLE_FILE);
  }

  @Test
  void whatIsNotCompressedIsADeadLetter() throws IOException {
    Path file = directory.resolve("a.jsonl.gz");
    Files.writeString(file, record("m1") + "\n");

    assertThat(read(READER, file).deadLetters())
        .extracting(DeadLetter::reason)
        .containsExactly(DeadLetterReason.UNREADABLE_FILE);
  }

  @Test
  void csvWithoutMappingIsOneDeadLetter() throws IOException, UnreadablePathException {
    Files.writeString(directory.resolve("a.csv"), "a,b\n1,2\n");

    CollectingSink sink = CollectingSink.of(READER, READER.find(List.of(directory)));

    assertThat(sink.deadLetters())
        .extracting(DeadLetter::source, DeadLetter::detail)
        .containsExactly(tuple("a.csv", "CSV files are read by a mapping"));
  }

  @Test
  void progressGrowsWithTheStoredBytes() throws IOException {
    Path file = directory.resolve("a.jsonl");
    Files.writeString(file, (record("m") + "\n").repeat(60_000));

    CollectingSink sink = read(READER, file);

    assertThat(sink.progress()).hasSizeGreaterThan(3).isSorted();
    assertThat(sink.progress()).last().isEqualTo(Files.size(file));
  }

  @Test
  void filesAreFoundInTheOrderOfTheirNames() throws IOException, UnreadablePathException {
    for (String name :
        List.of(
            "b/x.jsonl",
            "a/z.json.gz",
            "a/y.ndjson",
            "a.jsonl",
            "é.jsonl",
            "\uFF5E.jsonl",
            "😀.jsonl",
            "notes.txt",
            ".hidden.jsonl",
            ".git/x.jsonl",
            "c.csv",
            "c.csv.bak")) {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }

    List<EventFile> once = READER.find(List.of(directory));
    List<EventFile> twice = READER.find(List.of(directory.resolve("b"), directory, directory));

    assertThat(once)
        .extracting(EventFile::name)
        .containsExactly(
            "a.jsonl",
            "a/y.ndjson",
            "a/z.json.gz",
            "b/x.jsonl",
            "c.csv",
            "é.jsonl",
            "\uFF5E.jsonl",
            "😀.jsonl");
    assertThat(twice).hasSameSizeAs(once);
  }

  @Test
  void aFileThatIsNamedIsReadWhateverItsName() throws IOException, UnreadablePathException {
    Path file = directory.resolve("events.txt");
    Files.writeString(file, record("m1"));

    assertThat(READER.find(List.of(file)))
        .extracting(EventFile::name)
        .containsExactly("events.txt");
    assertThat(ids(read(READER, file))).containsExactly("m1");
  }

  @Test
  void aPathThatIsMissingIsSaid() {
    Path missing = directory.resolve("gone");

    assertThatThrownBy(() -> READER.find(List.of(directory, missing)))
        .isInstanceOf(UnreadablePathException.class)
        .hasMessage(missing + " does not exist");
  }

  private static CollectingSink read(HistoryReader reader, Path file) throws IOException {
    EventFile found =
        new EventFile(file.getFileName().toString(), file.toString(), Files.size(file));
    return CollectingSink.of(reader, List.of(found));
  }

  private static List<String> ids(CollectingSink sink) {
    return sink.events().stream().map(CustomerEvent::messageId).toList();
  }

  private static String record(String messageId) {
    return """
        {"type":"page","messageId":"%s","userId":"u","timestamp":0}"""
        .formatted(messageId);
  }

  /** Records that hardly compress. */
  private static String noise(int length) {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(
          record(Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong())));
      text.append('\n');
    }
    return text.toString();
  }

  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
