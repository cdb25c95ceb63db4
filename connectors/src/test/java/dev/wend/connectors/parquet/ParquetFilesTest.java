package dev.wend.connectors.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.FilePart;
import dev.wend.connectors.file.RowFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files were written by Apache Arrow ({@code pyarrow.parquet.write_table}). */
class ParquetFilesTest {
  private static final Path FILES = Path.of("src/test/resources/dev/wend/connectors/parquet");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"none", "snappy", "gzip", "zstd", "lz4"})
  void pagesAreDecompressed(String codec) throws IOException {
    List<String> rows = read(FilePart.whole(file("native-" + codec)));

    assertThat(rows).hasSize(6).isEqualTo(read(FilePart.whole(file("native-none"))));
    assertThat(rows.get(1))
        .isEqualTo(
            "{\"type\":\"track\",\"event\":\"Product Added\",\"messageId\":\"m1\",\"userId\":\"c1\","
                + "\"timestamp\":\"2026-01-01T01:00:00.123456Z\",\"properties\":{\"product_id\":\"p1\","
                + "\"price\":9.5,\"tags\":[\"a\",null],\"lines\":[{\"sku\":\"x\",\"quantity\":1}]}}");
  }

  @Test
  void aCodecThatIsNotKnownIsSaid() {
    assertThatThrownBy(() -> read(FilePart.whole(file("native-brotli"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("pages compressed as BROTLI are not read");
  }

  @Test
  void valuesAreWhatTheirColumnsSay() throws IOException {
    assertThat(read(FilePart.whole(file("types"))))
        .hasSize(3)
        .startsWith(
            "{\"local\":\"2026-01-01T00:30\",\"nanos\":\"2026-01-01T00:00:00Z\",\"day\":\"2026-01-01\","
                + "\"time\":\"10:00:01\",\"amount\":12.50,\"large\":-123456789012345678901234567890.12,"
                + "\"ratio\":0.1,\"single\":0.1,\"count\":0,\"unsigned\":18446744073709551615,"
                + "\"small\":4294967295,\"yes\":true,\"bytes\":\"/wA=\",\"plain\":\"zażółć\","
                + "\"attributes\":{\"k\":\"v\"},\"empty\":[]}")
        .element(2)
        .asString()
        .doesNotContain("ratio");
    assertThat(read(FilePart.whole(file("int96"))))
        .containsExactly("{\"at\":\"2026-01-01T10:30:00.005Z\"}");
    assertThat(read(FilePart.whole(file("empty")))).isEmpty();
  }

  @Test
  void rowGroupsAreParts() throws IOException {
    EventFile file = file("native-snappy");
    List<FilePart> parts = RowFiles.reader().parts(file);

    List<String> rows = new ArrayList<>();
    for (FilePart part : parts) {
      rows.addAll(read(part));
    }

    assertThat(parts).extracting(FilePart::linesBefore).containsExactly(0L, 4L);
    assertThat(parts.stream().mapToLong(FilePart::length).sum()).isEqualTo(file.size());
    assertThat(rows).isEqualTo(read(FilePart.whole(file)));
  }

  @Test
  void brokenFilesAreSaidToBe() throws IOException {
    byte[] whole = Files.readAllBytes(FILES.resolve("native-zstd.parquet"));
    for (int length : List.of(0, 3, 11, 2_000, whole.length - 1)) {
      EventFile broken = write(Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> read(FilePart.whole(broken)))
          .as("%d bytes", length)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not a Parquet file, or a broken one")
          .hasMessageNotContaining(directory.toString());
    }
  }

  private EventFile write(byte[] content) throws IOException {
    Path file = directory.resolve("broken.parquet");
    Files.write(file, content);
    return new EventFile("broken.parquet", file.toString(), content.length);
  }

  private static List<String> read(FilePart part) throws IOException {
    List<String> rows = new ArrayList<>();
    try (RowFiles.Open open = RowFiles.reader().open(part)) {
      while (open.next()) {
        assertThat(open.number()).isEqualTo(part.linesBefore() + rows.size() + 1);
        rows.add(new String(open.record(), StandardCharsets.UTF_8));
      }
    }
    return rows;
  }

  private static EventFile file(String name) throws IOException {
    Path path = FILES.resolve(name + ".parquet");
    return new EventFile(name + ".parquet", path.toString(), Files.size(path));
  }
}
