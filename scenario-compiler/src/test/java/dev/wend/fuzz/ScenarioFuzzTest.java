package dev.wend.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents that were good and then were changed at random. */
class ScenarioFuzzTest {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final List<String> DOCUMENTS =
      Stream.of(Path.of("src/test/resources/documents/good"), Path.of("../conf/scenarios"))
          .flatMap(ScenarioFuzzTest::documents)
          .toList();
  private static final List<JsonNode> TREES =
      DOCUMENTS.stream().map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8))).toList();

  @Test
  void changedTexts() {
    tryAll(Rounds.of("changed texts", 3_000), (random, text) -> new TextMutation(random).of(text));
  }

  @Test
  void changedTrees() {
    int compiling =
        tryAll(
            Rounds.of("changed trees", 3_000),
            (random, text) ->
                new TreeMutation(random, TREES).of(TREES.get(DOCUMENTS.indexOf(text))).toString());
    System.out.printf("%d changed trees compile%n", compiling);
  }

  /** Some of the changes must leave a good document, or the compiler would not be tried. */
  private static int tryAll(Rounds rounds, BiFunction<Random, String, String> change) {
    int compiling = 0;
    for (int round = 0; round < rounds.count(); round++) {
      Random random = rounds.random(round);
      String document = change.apply(random, DOCUMENTS.get(random.nextInt(DOCUMENTS.size())));
      compiling += compiles(document, rounds.again(round)) ? 1 : 0;
    }
    assertThat(compiling).isGreaterThanOrEqualTo(rounds.count() / 50);
    return compiling;
  }

  private static boolean compiles(String document, String again) {
    try {
      return assertTimeoutPreemptively(DEADLINE, () -> Examination.compiles(document));
    } catch (Throwable unexpected) {
      throw new AssertionError(again + " " + shown(document), unexpected);
    }
  }

  private static String shown(String document) {
    return document.substring(0, Math.min(10_000, document.length()));
  }

  private static Stream<String> documents(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
          .map(ScenarioFuzzTest::read);
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
}
