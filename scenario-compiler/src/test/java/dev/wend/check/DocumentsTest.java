package dev.wend.check;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import dev.wend.issue.IssueText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents in folders: those in {@code good} have no faults; each of the others has a text beside it with all that is to
 * be said of it, compared whole. After a wanted change, {@code -Dwend.rewrite=true} writes the texts anew.
 */
class DocumentsTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/documents");

  static Stream<Path> good() {
    return documents("good");
  }

  static Stream<Path> faulty() {
    return Stream.of("bad-form", "bad-meaning", "warned").flatMap(DocumentsTest::documents);
  }

  @ParameterizedTest
  @MethodSource("good")
  void hasNoFaults(Path document) {
    assertThat(IssueText.of(faults(document))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void tellsAllFaults(Path document) {
    Path expected = document.resolveSibling(name(document).replace(".json", ".txt"));
    String told = IssueText.of(faults(document));
    if (Boolean.getBoolean("wend.rewrite")) {
      write(expected, told);
    }
    assertThat(told).isNotEmpty().isEqualTo(read(expected));
  }

  @Test
  void everyCodeHasADocumentThatShowsIt() {
    String told =
        faulty().map(document -> IssueText.of(faults(document))).reduce("", String::concat);
    List<IssueCode> elsewhere =
        List.of(
            IssueCode.UNREADABLE_FILE,
            IssueCode.NO_DOCUMENTS,
            IssueCode.TOO_MANY_FAULTS,
            IssueCode.DUPLICATE_SCENARIO,
            IssueCode.NOT_IN_CATALOGUE);
    assertThat(IssueCode.values())
        .filteredOn(code -> !elsewhere.contains(code))
        .allSatisfy(code -> assertThat(told).contains(" " + code.code() + " "));
  }

  @Test
  void tellsAThousandFaultsAndHowManyMoreThereAre() {
    assertThat(unknownKeys(995))
        .hasSize(1_000)
        .extracting(Issue::code)
        .doesNotContain(IssueCode.TOO_MANY_FAULTS);
    List<Issue> told = unknownKeys(1_000);
    assertThat(told).hasSize(1_001);
    assertThat(IssueText.of(told.get(1_000)))
        .isEqualTo("error SCN005 keys.json document: and 5 more\n");
  }

  /** Besides, five keys are missing. */
  private static List<Issue> unknownKeys(int count) {
    String keys =
        IntStream.range(0, count).mapToObj(key -> "\"k" + key + "\":0").collect(joining(","));
    return ScenarioChecker.check("keys.json", "{" + keys + "}").issues();
  }

  private static List<Issue> faults(Path document) {
    return ScenarioChecker.check(name(document), read(document)).issues();
  }

  private static Stream<Path> documents(String folder) {
    try (Stream<Path> files = Files.list(DOCUMENTS.resolve(folder))) {
      return files.filter(file -> name(file).endsWith(".json")).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
