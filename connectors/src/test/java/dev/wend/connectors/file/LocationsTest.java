package dev.wend.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationsTest {
  @TempDir private Path directory;

  @BeforeEach
  void write() throws IOException {
    for (String name :
        List.of(
            "a.csv",
            "b.csv.gz",
            "2025/a.csv.gz",
            "2025/12/a.csv.gz",
            "2026/a.jsonl",
            "2026/notes.txt",
            ".hidden/a.csv",
            "with space/a.csv",
            "day=2026-01-01/shop=W%C3%A4lt+x/a.csv")) {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.csv | a.csv",
        "*.csv* | a.csv b.csv.gz",
        "**/*.csv.gz | 2025/12/a.csv.gz 2025/a.csv.gz b.csv.gz",
        "20??/*.{csv.gz,jsonl} | 2025/a.csv.gz 2026/a.jsonl",
        "2025/**/a.csv.gz | 12/a.csv.gz a.csv.gz",
        "202[56]/notes.* | 2026/notes.txt",
        "day=*/**/*.csv | day=2026-01-01/shop=W%C3%A4lt+x/a.csv",
        "with space/*.csv | a.csv"
      })
  void globsNameFiles(String glob, String names) throws UnreadablePathException {
    for (String root : List.of(directory + "/", uri("file"), uri("shelf"))) {
      List<EventFile> found = EventFiles.find(List.of(root + glob), file -> false);

      assertThat(found)
          .as(root)
          .extracting(EventFile::name)
          .containsExactlyElementsOf(Arrays.asList(names.split(" (?!space)", -1)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file", "shelf"})
  void foldersAreReadTheSameWhereverTheyLie(String scheme)
      throws UnreadablePathException, IOException {
    String root = scheme.isEmpty() ? directory.toString() : uri(scheme);

    List<EventFile> found = EventFiles.find(List.of(root), EventFiles::isEventFile);

    assertThat(found)
        .extracting(EventFile::name, EventFile::size)
        .containsExactly(
            tuple("2025/12/a.csv.gz", 16L),
            tuple("2025/a.csv.gz", 13L),
            tuple("2026/a.jsonl", 12L),
            tuple("a.csv", 5L),
            tuple("b.csv.gz", 8L),
            tuple("day=2026-01-01/shop=W%C3%A4lt+x/a.csv", 37L),
            tuple("with space/a.csv", 16L));
    try (InputStream in = EventFileInput.open(found.get(2))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("2026/a.jsonl");
    }
    EventFile partitioned = found.get(5);
    assertThat(partitioned.partitions())
        .containsAllEntriesOf(Map.of("day", "2026-01-01", "shop", "Wält+x"));
    assertThat(partitioned.beside("a.csv")).get().extracting(EventFile::size).isEqualTo(37L);
    assertThat(partitioned.beside("b.csv.gz"))
        .get()
        .extracting(EventFile::path)
        .asString()
        .endsWith(directory + "/b.csv.gz");
    assertThat(found.get(0).beside("b.csv.gz")).isEmpty();
  }

  @Test
  void aFileIsThereOnceHoweverItIsNamed() throws UnreadablePathException {
    assertThat(
            EventFiles.find(
                List.of(directory + "/*.csv", uri("file") + "a.csv", directory + "/a.csv"),
                EventFiles::isEventFile))
        .extracting(EventFile::name)
        .containsExactly("a.csv");
  }

  @Test
  void aNameWithSpecialCharactersIsThatFile() throws IOException, UnreadablePathException {
    Files.writeString(directory.resolve("a[1].csv"), "");

    assertThat(EventFiles.find(List.of(directory + "/a[1].csv"), EventFiles::isEventFile))
        .extracting(EventFile::name)
        .containsExactly("a[1].csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing | does not exist",
        "*.parquet | matches no file",
        "nowhere/*.csv | matches no file",
        "{a | is not a pattern of paths: Missing '}"
      })
  void whatLeadsNowhereIsSaid(String given, String problem) {
    for (String root : List.of(directory + "/", uri("shelf"))) {
      assertThatThrownBy(() -> EventFiles.find(List.of(root + given), file -> true))
          .isInstanceOf(UnreadablePathException.class)
          .hasMessage(root + given + " " + problem);
    }
  }

  @Test
  void aSchemeThatNobodyKnowsIsSaid() {
    assertThatThrownBy(() -> EventFiles.find(List.of("nosuch://bucket/events"), file -> true))
        .isInstanceOf(UnreadablePathException.class)
        .hasMessageStartingWith("nosuch://bucket/events cannot be read: ")
        .hasMessageContaining("scheme");
  }

  @Test
  void keysBeforeABucketAreNotSaid() {
    assertThatThrownBy(() -> EventFiles.find(List.of("nosuch://key:secret@bucket/x"), file -> true))
        .hasMessageStartingWith("nosuch://***@bucket/x cannot be read")
        .hasMessageNotContaining("secret");
  }

  private String uri(String scheme) {
    return scheme + "://" + directory + "/";
  }
}
