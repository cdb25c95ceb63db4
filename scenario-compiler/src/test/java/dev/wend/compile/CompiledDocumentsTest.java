package dev.wend.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.check.CheckedScenario;
import dev.wend.check.ScenarioChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the good documents compile to, as text, compared whole with the file beside each of them. After a wanted change,
 * {@code -Dwend.rewrite=true} writes the texts anew.
 */
class CompiledDocumentsTest {
  private static final Path GOOD = Path.of("src/test/resources/documents/good");

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(GOOD)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void compilesTo(Path document) throws IOException {
    String name = document.getFileName().toString();
    CheckedScenario checked =
        ScenarioChecker.check(name, Files.readString(document)).scenario().orElseThrow();

    CompiledScenario compiled = ScenarioCompiler.compile(checked);

    String told =
        String.join(
            "\n",
            ScenarioText.of(compiled),
            "keeps of the trigger " + compiled.captures().trigger(),
            "keeps of the last event " + compiled.captures().event(),
            "",
            ScenarioDiagram.mermaid(checked.scenario()));
    Path expected = document.resolveSibling(name.replace(".json", ".stages.txt"));
    if (Boolean.getBoolean("wend.rewrite")) {
      Files.writeString(expected, told);
    }
    assertThat(told).isEqualTo(Files.readString(expected));
  }
}
