package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.event.Json;
import java.util.List;

/** A value that a mapping makes of a row. */
sealed interface Value {
  /** No value. */
  Value NONE = new Constant(MissingNode.getInstance());

  /**
   * The value; a missing node where the row has none.
   *
   * @throws InvalidRecordException when the row has something else there than the mapping says
   */
  JsonNode read(Row row) throws InvalidRecordException;

  /** What the row has at a place. */
  record From(Source source) implements Value {
    @Override
    public JsonNode read(Row row) {
      return row.at(source);
    }
  }

  /** The same for every row. */
  record Constant(JsonNode value) implements Value {
    @Override
    public JsonNode read(Row row) {
      return value;
    }
  }

  /** Text made of other values; missing where one of them is. */
  record Template(List<Value> parts) implements Value {
    @Override
    public JsonNode read(Row row) throws InvalidRecordException {
      StringBuilder text = new StringBuilder();
      for (Value part : parts) {
        JsonNode value = part.read(row);
        if (value.isMissingNode()) {
          return value;
        }
        text.append(Transform.text(value));
      }
      return TextNode.valueOf(text.toString());
    }
  }

  /** The first of several that is not missing. */
  record FirstOf(List<Value> values) implements Value {
    @Override
    public JsonNode read(Row row) throws InvalidRecordException {
      for (Value value : values) {
        JsonNode found = value.read(row);
        if (!found.isMissingNode()) {
          return found;
        }
      }
      return MissingNode.getInstance();
    }
  }

  /** A list with an object for each item of a list in the row. */
  record Each(Source list, List<Property> properties) implements Value {
    @Override
    public JsonNode read(Row row) throws InvalidRecordException {
      JsonNode items = row.at(list);
      if (items.isMissingNode()) {
        return items;
      }
      if (!items.isArray()) {
        throw Transform.unreadable(items, "a list");
      }
      ArrayNode made = Json.MAPPER.createArrayNode();
      for (JsonNode item : items) {
        made.add(Property.object(properties, new ItemRow(item, row)));
      }
      return made;
    }
  }

  /** Another value, changed. */
  record Changed(Value value, List<Transform> transforms) implements Value {
    @Override
    public JsonNode read(Row row) throws InvalidRecordException {
      JsonNode changed = value.read(row);
      for (Transform transform : transforms) {
        if (!changed.isMissingNode() || transform instanceof Transform.Otherwise) {
          changed = transform.apply(changed, row);
        }
      }
      return changed;
    }
  }

  /** An item of a list, with the tables of the row that has the list. */
  record ItemRow(JsonNode item, Row row) implements Row {
    @Override
    public JsonNode at(Source source) {
      if (!(source instanceof Source.Pointer inner)) {
        return row.at(source);
      }
      JsonNode value = item.at(inner.pointer());
      return Json.isMissing(value) ? MissingNode.getInstance() : value;
    }

    @Override
    public JsonNode lookup(String table, String key) {
      return row.lookup(table, key);
    }
  }
}
