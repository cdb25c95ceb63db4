package dev.wend.parse.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.event.Utf8Order;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The named parts of a JSON Schema, each written once. */
public final class SchemaDefinitions {
  private final SortedMap<String, ObjectNode> written = new TreeMap<>(Utf8Order.INSTANCE);
  private final Set<String> begun = new HashSet<>();

  /** A reference to {@code definition}, which is written where it was not yet. */
  public ObjectNode refer(Definition<?> definition) {
    if (begun.add(definition.name())) {
      written.put(definition.name(), definition.target().schema(this));
    }
    return Json.object().put("$ref", "#/$defs/" + definition.name());
  }

  /** All of them, by name. */
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    written.forEach(json::set);
    return json;
  }
}
