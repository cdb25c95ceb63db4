package dev.wend.job.generate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What is in a cart or an order. */
final class Basket {
  private final String cartId;
  private final List<Line> lines = new ArrayList<>();

  /** One product and how many of it. */
  record Line(Product product, int quantity) {}

  Basket(String cartId) {
    this.cartId = cartId;
  }

  String cartId() {
    return cartId;
  }

  List<Line> lines() {
    return lines;
  }

  BigDecimal total() {
    return lines.stream()
        .map(line -> line.product().price().multiply(BigDecimal.valueOf(line.quantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Total, currency and line items of an order event. */
  void writeOrder(JsonGenerator json) throws IOException {
    json.writeNumberField("total", total());
    json.writeStringField("currency", "EUR");
    json.writeArrayFieldStart("products");
    for (Line line : lines) {
      json.writeStartObject();
      json.writeStringField("product_id", line.product().id());
      json.writeStringField("sku", line.product().sku());
      json.writeNumberField("price", line.product().price());
      json.writeNumberField("quantity", line.quantity());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
