package dev.wend.connectors.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CompressedFilesTest {
  private static final HistoryReader READER =
      new HistoryReader(
          new DecoderSettings(
              Instant.parse("2026-01-01T00:00:00Z"), DecoderSettings.DEFAULT_FUTURE_TOLERANCE));
  private static final int RECORDS = 400;

  @TempDir private Path directory;

  private enum Kind {
    GZ(GZIPOutputStream::new),
    ZST(ZstdOutputStream::new),
    XZ(bytes -> new XZOutputStream(bytes, new LZMA2Options(1)));

    private final Opener opener;

    Kind(Opener opener) {
      this.opener = opener;
    }

    private interface Opener {
      OutputStream open(OutputStream bytes) throws IOException;
    }

    String ending() {
      return "." + name().toLowerCase(java.util.Locale.ROOT);
    }

    byte[] compress(byte[] content) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out = opener.open(bytes)) {
        out.write(content);
      }
      return bytes.toByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  void areReadWhole(Kind kind) throws IOException {
    CollectingSink sink = read("a.jsonl" + kind.ending(), kind.compress(history()));

    assertThat(sink.events()).hasSize(RECORDS);
    assertThat(sink.deadLetters()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void mayBePutTogether(Kind kind) throws IOException {
    byte[] one = kind.compress(history());
    byte[] both = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, both, one.length, one.length);

    CollectingSink sink = read("a.jsonl" + kind.ending(), both);

    assertThat(sink.events()).hasSize(2 * RECORDS);
    assertThat(sink.deadLetters()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void mayBeEmpty(Kind kind) throws IOException {
    assertThat(read("a.jsonl" + kind.ending(), new byte[0]).deadLetters()).isEmpty();
    assertThat(read("b.jsonl" + kind.ending(), kind.compress(new byte[0])).deadLetters()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void thatAreCutAreOneDeadLetterThatNamesTheFile(Kind kind) throws IOException {
    byte[] all = kind.compress(history());
    for (int length : List.of(all.length - 1, all.length / 2, 9, 2)) {
      String name = "a" + length + ".jsonl" + kind.ending();

      CollectingSink sink = read(name, Arrays.copyOf(all, length));

      assertThat(sink.events()).as(name).hasSizeLessThanOrEqualTo(RECORDS);
      assertThat(sink.deadLetters())
          .as(name)
          .filteredOn(letter -> letter.reason() == DeadLetterReason.UNREADABLE_FILE)
          .hasSize(1)
          .allMatch(letter -> letter.source().equals(name))
          .extracting(DeadLetter::detail)
          .allMatch(detail -> detail.matches("(?i).*(early|unexpected|truncated|end|not).*"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void thatAreSomethingElseAreOneDeadLetter(Kind kind) throws IOException {
    CollectingSink sink = read("a.jsonl" + kind.ending(), history());

    assertThat(sink.events()).isEmpty();
    assertThat(sink.deadLetters())
        .extracting(DeadLetter::reason)
        .containsExactly(DeadLetterReason.UNREADABLE_FILE);
  }

  private CollectingSink read(String name, byte[] content) throws IOException {
    Path file = directory.resolve(name);
    Files.write(file, content);
    return CollectingSink.of(READER, List.of(new EventFile(name, file.toString(), content.length)));
  }

  private static byte[] history() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int record = 0; record < RECORDS; record++) {
      text.append("{\"type\":\"page\",\"messageId\":\"m")
          .append(Long.toHexString(random.nextLong()))
          .append("\",\"userId\":\"u\",\"timestamp\":0}\n");
    }
    return text.toString().getBytes(UTF_8);
  }
}
