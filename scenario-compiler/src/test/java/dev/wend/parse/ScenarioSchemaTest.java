package dev.wend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.wend.event.Json;
import dev.wend.issue.IssueCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema says of a document what the parser says of its form. */
class ScenarioSchemaTest {
  private static final Path COMMITTED = Path.of("../conf/scenario.schema.json");
  private static final Path DOCUMENTS = Path.of("src/test/resources/documents");
  private static final Set<IssueCode> SEEN_BY_THE_PARSER_ALONE =
      Set.of(IssueCode.UNKNOWN_ZONE, IssueCode.BAD_EXPRESSION);
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(ScenarioSchema.text());

  /** After a wanted change, {@code -Dwend.rewrite=true} writes the file anew. */
  @Test
  void theCommittedSchemaIsTheOneThatTheShapesMake() throws IOException {
    if (Boolean.getBoolean("wend.rewrite")) {
      Files.writeString(COMMITTED, ScenarioSchema.text());
    }
    assertThat(Files.readString(COMMITTED)).isEqualTo(ScenarioSchema.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "warned", "bad-meaning"})
  void acceptsDocumentsOfRightForm(String folder) throws IOException {
    for (Path document : documents(folder)) {
      assertThat(schemaAccepts(Files.readString(document))).as(document.toString()).isTrue();
    }
  }

  @Test
  void rejectsDocumentsOfWrongForm() throws IOException {
    for (Path document : documents("bad-form")) {
      assertThat(schemaAccepts(Files.readString(document))).as(document.toString()).isFalse();
    }
  }

  /** Every value of every good document is left out, replaced, or given company that it must not have. */
  @Test
  void agreesWithTheParserOnEverySmallChange() throws IOException {
    List<String> disagreements = new ArrayList<>();
    for (Path document : documents("good")) {
      for (JsonNode node : Json.MAPPER.readTree(Files.readString(document)).get("nodes")) {
        ObjectNode small = (ObjectNode) Json.MAPPER.readTree(Files.readString(document));
        small.putArray("nodes").add(node);
        changes(small).stream()
            .filter(changed -> parserAccepts(changed) != schemaAccepts(changed))
            .forEach(disagreements::add);
      }
    }
    assertThat(disagreements).isEmpty();
  }

  /** What only a reader that knows zones and expressions can see counts as accepted. */
  private static boolean parserAccepts(String text) {
    return ScenarioParser.parse("changed.json", text).issues().stream()
        .allMatch(issue -> SEEN_BY_THE_PARSER_ALONE.contains(issue.code()));
  }

  private static List<String> changes(JsonNode whole) {
    List<String> changes = new ArrayList<>();
    collect(whole, whole, changes);
    return changes;
  }

  private static void collect(JsonNode whole, JsonNode part, List<String> changes) {
    if (part instanceof ObjectNode object) {
      object.put("unheard-of", 1);
      changes.add(whole.toString());
      object.remove("unheard-of");
      for (String key : keys(object)) {
        JsonNode value = object.remove(key);
        changes.add(whole.toString());
        for (JsonNode other : others(value)) {
          object.set(key, other);
          changes.add(whole.toString());
        }
        object.set(key, value);
        collect(whole, value, changes);
      }
    } else if (part instanceof ArrayNode) {
      part.forEach(element -> collect(whole, element, changes));
    }
  }

  private static List<String> keys(ObjectNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<JsonNode> others(JsonNode value) {
    return Stream.of(
            "null",
            "7",
            "0",
            "-1",
            "1.5",
            "true",
            "false",
            "\"\"",
            "\"x\"",
            "[]",
            "[{}]",
            "[\"x\"]",
            "{}",
            "{\"from\":\"x\"}")
        .map(ScenarioSchemaTest::json)
        .filter(other -> !other.equals(value))
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean schemaAccepts(String text) {
    try {
      JsonNode document = Json.MAPPER.readTree(text);
      return !document.isMissingNode() && SCHEMA.validate(document).isEmpty();
    } catch (JsonProcessingException | NumberFormatException notJson) {
      return false;
    }
  }

  private static List<Path> documents(String folder) throws IOException {
    try (Stream<Path> files = Files.list(DOCUMENTS.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
