package dev.wend.matcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The line items of an order (SEMANTICS.md section 3). */
final class LineItems {
  private static final String PRODUCTS = "products";
  private static final String PRODUCT_ID = "product_id";
  private static final String SKU = "sku";

  private LineItems() {}

  /** Whether some line item is one of {@code products}, by what it says or else the order itself. */
  static boolean someIsOf(CustomerEvent order, Set<String> products) {
    boolean hasItems = false;
    for (JsonNode item : items(order.property(PRODUCTS))) {
      if (item.isObject()) {
        if (isOneOf(id(item, order, PRODUCT_ID), products)
            || isOneOf(id(item, order, SKU), products)) {
          return true;
        }
        hasItems = true;
      }
    }
    return !hasItems && isOf(order, products);
  }

  /** Whether {@code event} by itself is one of {@code products}. */
  static boolean isOf(CustomerEvent event, Set<String> products) {
    return isOneOf(event.property(PRODUCT_ID), products) || isOneOf(event.property(SKU), products);
  }

  /** Whether {@code item} by itself is one of {@code products}. */
  static boolean isOf(JsonNode item, Set<String> products) {
    return isOneOf(item.path(PRODUCT_ID), products) || isOneOf(item.path(SKU), products);
  }

  /** Each line item laid over the order's own properties; an order without line items is one by itself. */
  static List<ObjectNode> laidOver(ObjectNode order) {
    ObjectNode own = Json.object();
    own.setAll(order);
    own.remove(PRODUCTS);
    List<ObjectNode> laidOver = new ArrayList<>();
    for (JsonNode item : items(order.path(PRODUCTS))) {
      if (item.isObject()) {
        ObjectNode whole = Json.object();
        whole.setAll(own);
        whole.setAll((ObjectNode) item);
        laidOver.add(whole);
      }
    }
    return laidOver.isEmpty() ? List.of(own) : laidOver;
  }

  /** What is no list has no items. */
  private static JsonNode items(JsonNode products) {
    return products.isArray() ? products : MissingNode.getInstance();
  }

  private static JsonNode id(JsonNode item, CustomerEvent order, String key) {
    return item.has(key) ? item.path(key) : order.property(key);
  }

  private static boolean isOneOf(JsonNode id, Set<String> products) {
    return id.isTextual() && products.contains(id.textValue());
  }
}
