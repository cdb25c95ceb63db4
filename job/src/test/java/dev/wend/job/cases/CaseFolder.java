package dev.wend.job.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.check.CheckResult;
import dev.wend.check.ScenarioChecker;
import dev.wend.event.Json;
import dev.wend.event.Utf8Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One folder of {@code src/test/resources/cases}; its README there says what lies in it.
 *
 * <p>With the system property {@code wend.cases.write} set to {@code true}, what came out is written over what was expected.
 * Read the difference against the contract before you keep it.
 */
record CaseFolder(Path path) {
  static final Path ALL = Path.of("src", "test", "resources", "cases");
  static final String ERRORS = "expected-errors.txt";

  private static final boolean WRITE = Boolean.getBoolean("wend.cases.write");

  /** All folders in order of their names. */
  static List<CaseFolder> all() {
    return listed(ALL, Files::isDirectory).map(CaseFolder::new).toList();
  }

  /** Those whose documents compile. */
  static List<CaseFolder> compiling() {
    return all().stream().filter(folder -> !folder.has(ERRORS)).toList();
  }

  String name() {
    return path.getFileName().toString();
  }

  boolean has(String file) {
    return Files.exists(path.resolve(file));
  }

  Path file(String file) {
    return path.resolve(file);
  }

  String text(String file) {
    return has(file) ? read(path.resolve(file)) : "";
  }

  /** What came of each of its documents, in order of the file names. */
  List<CheckResult> documents() {
    return listed(path, file -> file.toString().endsWith("scenario.json"))
        .map(file -> ScenarioChecker.check(file.getFileName().toString(), read(file)))
        .toList();
  }

  /** Where the clock ends, epoch milliseconds; empty for the last valid event. */
  OptionalLong asOf() {
    return Stream.of(settings().path("asOf"))
        .filter(JsonNode::isTextual)
        .mapToLong(time -> OffsetDateTime.parse(time.textValue()).toInstant().toEpochMilli())
        .findFirst();
  }

  /** What is counted besides records, by the name in summaries. */
  JsonNode counts() {
    return settings().path("counts");
  }

  /** Compares with a file of the folder; one that is not there stands for an empty text. */
  void assertSame(String file, String actual) {
    if (WRITE) {
      write(file, actual);
    }
    assertThat(actual).as("%s of case %s", file, name()).isEqualTo(text(file));
  }

  @Override
  public String toString() {
    return name();
  }

  private JsonNode settings() {
    return has("case.json") ? Json.read(bytes(path.resolve("case.json"))) : Json.object();
  }

  private void write(String file, String actual) {
    try {
      if (actual.isEmpty()) {
        Files.deleteIfExists(path.resolve(file));
      } else {
        Files.writeString(path.resolve(file), actual);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static Stream<Path> listed(Path directory, Predicate<Path> wanted) {
    try (Stream<Path> found = Files.list(directory)) {
      return found
          .filter(wanted)
          .sorted(Comparator.comparing(file -> file.getFileName().toString(), Utf8Order.INSTANCE))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
