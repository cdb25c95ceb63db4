package dev.wend.matcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.EventKind;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The line items of an order (SEMANTICS.md section 3). */
final class LineItems {
  private static final String PRODUCTS = "products";

  private LineItems() {}

  static boolean isOrder(EventKind kind) {
    return switch (kind) {
      case ORDER_COMPLETED, ORDER_CANCELLED, ORDER_REFUNDED -> true;
      default -> false;
    };
  }

  /** Each line item laid over the order's own properties; an order without line items is one by itself. */
  static Stream<ObjectNode> laidOver(ObjectNode order) {
    ObjectNode own = order.deepCopy();
    own.remove(PRODUCTS);
    JsonNode products = order.path(PRODUCTS);
    boolean hasItems =
        StreamSupport.stream(products.spliterator(), false).anyMatch(JsonNode::isObject);
    if (!products.isArray() || !hasItems) {
      return Stream.of(own);
    }
    return StreamSupport.stream(products.spliterator(), false)
        .filter(JsonNode::isObject)
        .map(item -> own.deepCopy().setAll((ObjectNode) item));
  }
}
