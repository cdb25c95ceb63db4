package dev.wend.connectors.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.event.Json;

/** Columns as the values of a mapping file. */
final class Values {
  private Values() {}

  /** As it is; a number where it holds numbers. */
  static JsonNode plain(Column column) {
    return column.isText() && isAmount(column) ? number(column) : TextNode.valueOf(column.source());
  }

  /** As a number. */
  static ObjectNode number(Column column) {
    ObjectNode value = Json.object().put("from", column.source()).put("type", "number");
    if (column.hasDecimalComma()) {
      value.put("decimal", ",");
    } else if (column.isGrouped()) {
      value.put("decimal", ".");
    }
    return value;
  }

  /** As an id: text, without the {@code .0} that spreadsheets add. */
  static JsonNode id(Column column) {
    ObjectNode value = Json.object().put("from", column.source());
    if (column.endsInPointZero()) {
      return value.put("removeSuffix", ".0");
    }
    return column.isText() ? TextNode.valueOf(column.source()) : value.put("type", "text");
  }

  /** Numbers with decimals; whole numbers may be ids. */
  private static boolean isAmount(Column column) {
    return column.isAnyNumber() && !column.isInteger() && !column.endsInPointZero();
  }
}
