package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.event.Json;
import java.util.List;

/**
 * A value and where it goes.
 *
 * @param path the names of the objects on the way, then its own
 */
record Property(List<String> path, Value value) {
  /** An object of those properties that the row has a value for. */
  static ObjectNode object(List<Property> properties, Row row) throws InvalidRecordException {
    ObjectNode object = Json.object();
    lay(properties, row, object);
    return object;
  }

  /** Puts the properties into {@code object}. */
  static void lay(List<Property> properties, Row row, ObjectNode object)
      throws InvalidRecordException {
    for (Property property : properties) {
      JsonNode value = property.read(row);
      if (!value.isMissingNode()) {
        property.parent(object).set(property.path.get(property.path.size() - 1), value);
      }
    }
  }

  private JsonNode read(Row row) throws InvalidRecordException {
    try {
      return value.read(row);
    } catch (InvalidRecordException invalid) {
      throw new InvalidRecordException(
          invalid.reason(), String.join("/", path) + ": " + invalid.getMessage());
    }
  }

  private ObjectNode parent(ObjectNode root) {
    ObjectNode parent = root;
    for (String name : path.subList(0, path.size() - 1)) {
      parent = parent.path(name) instanceof ObjectNode next ? next : parent.putObject(name);
    }
    return parent;
  }
}
