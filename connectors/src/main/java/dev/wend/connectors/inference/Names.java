package dev.wend.connectors.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.util.List;
import java.util.Map;

/** How properties are called: as scenarios expect them, else as their columns. */
final class Names {
  private static final Map<Role, String> USUAL =
      Map.of(
          Role.ORDER, "order_id",
          Role.PRODUCT, "product_id",
          Role.QUANTITY, "quantity",
          Role.PRICE, "price",
          Role.AMOUNT, "total",
          Role.CURRENCY, "currency");

  private Names() {}

  /** The name of a column's property. */
  static String property(Roles roles, Column column) {
    return USUAL.entrySet().stream()
        .filter(usual -> roles.of(usual.getKey()).filter(column::equals).isPresent())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(column::lastName);
  }

  /** The name of a list of objects. */
  static String ofList(String pointer) {
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    return last.matches("(?i)(line_?|order_?)?items?|lines|products|basket|cart")
        ? "products"
        : last;
  }

  /** A list with an object for each item. */
  static ObjectNode each(String pointer, List<Column> columns) {
    Roles roles = Roles.of(columns);
    ObjectNode each = Json.object().put("each", pointer);
    ObjectNode item = each.putObject("as");
    columns.forEach(column -> put(item, property(roles, column), Values.plain(column)));
    return each;
  }

  /** Puts a property, under another name where there is one of that name. */
  static void put(ObjectNode properties, String name, JsonNode value) {
    String free = name.startsWith("/") || name.isEmpty() ? "value" : name;
    for (int number = 2; properties.has(free); number++) {
      free = name + "_" + number;
    }
    properties.set(free, value);
  }
}
