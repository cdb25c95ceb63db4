package dev.wend.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MappingProblemsTest {
  static Stream<Arguments> cases() throws IOException {
    try (InputStream in = MappingProblemsTest.class.getResourceAsStream("problems.json")) {
      List<Arguments> cases = new ArrayList<>();
      for (JsonNode each : Json.read(in.readAllBytes())) {
        cases.add(Arguments.of(each.get("case").textValue(), each));
      }
      return cases.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void allProblemsAreToldAtOnce(String name, JsonNode expected) {
    JsonNode mapping = expected.get("mapping");
    String text = mapping.isTextual() ? mapping.textValue() : mapping.toString();
    List<String> problems = new ArrayList<>();
    expected.get("problems").forEach(problem -> problems.add(problem.textValue()));

    InvalidMappingException invalid =
        catchThrowableOfType(InvalidMappingException.class, () -> Mapping.parse("bad.json", text));

    assertThat(String.join("\n", invalid.problems())).isEqualTo(String.join("\n", problems));
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../conf/mappings"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void thoseThatShipHaveNone(Path file) throws IOException, InvalidMappingException {
    assertThat(Mapping.parse(file.toString(), Files.readString(file)).tables()).isNotNull();
  }

  @Test
  void norHasTheOneInTheReference() throws IOException, InvalidMappingException {
    String reference = Files.readString(Path.of("../conf/mappings/README.md"));
    int start = reference.indexOf("```json") + "```json".length();
    String example = reference.substring(start, reference.indexOf("```", start));

    assertThat(Mapping.parse("README.md", example).tables()).containsOnlyKeys("kinds", "starts");
  }
}
