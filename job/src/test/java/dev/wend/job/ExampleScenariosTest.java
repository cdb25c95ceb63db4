package dev.wend.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.check.CheckResult;
import dev.wend.check.CheckedScenario;
import dev.wend.check.ScenarioChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in {@code conf}. */
class ExampleScenariosTest {
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("../conf/scenarios"),
          Path.of("../conf/scenarios-online-retail"),
          Path.of("../conf/scenarios-complete-journey"));

  static List<Path> examples() throws IOException {
    List<Path> examples = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.list(folder)) {
        files.sorted().forEach(examples::add);
      }
    }
    return examples;
  }

  private static CheckResult check(Path file) throws IOException {
    return ScenarioChecker.check(file.toString(), Files.readString(file));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void passesWithoutErrorOrWarningAndSaysWhatItShows(Path file) throws IOException {
    CheckResult result = check(file);

    assertThat(result.issues()).isEmpty();
    assertThat(result.scenario()).isPresent();
    assertThat(result.scenario().orElseThrow().scenario().description()).hasSizeGreaterThan(80);
  }

  @Test
  void allHaveTheirOwnId() throws IOException {
    Set<String> ids = new HashSet<>();
    for (Path file : examples()) {
      CheckedScenario example = check(file).scenario().orElseThrow();
      assertThat(ids.add(example.scenario().id())).as(file.toString()).isTrue();
    }
    assertThat(ids).hasSizeGreaterThanOrEqualTo(18);
  }
}
