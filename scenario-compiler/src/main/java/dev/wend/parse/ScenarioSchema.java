package dev.wend.parse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.parse.shape.SchemaDefinitions;

/** The JSON Schema (2020-12) of scenario documents, for editors that check while one types. */
public final class ScenarioSchema {
  private ScenarioSchema() {}

  /** The whole schema, indented, with a line end at its end. */
  public static String text() {
    return json().toPrettyString().replace("\r\n", "\n") + "\n";
  }

  private static ObjectNode json() {
    SchemaDefinitions definitions = new SchemaDefinitions();
    ObjectNode shape = ScenarioShape.SHAPE.schema(definitions);
    ObjectNode schema = Json.object();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Scenario");
    schema.setAll(shape);
    schema.set("$defs", definitions.toJson());
    return schema;
  }
}
