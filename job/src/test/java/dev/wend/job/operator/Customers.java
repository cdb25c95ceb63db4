package dev.wend.job.operator;

import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.time.Duration;

/** A small scenario and the events that it knows. Times are milliseconds. */
final class Customers {
  static final long T = 1_000_000_000_000L;
  static final long HOUR = Duration.ofHours(1).toMillis();

  /** Every view begins an hour of waiting for an order, after which a message is sent; every view begins it anew. */
  private static final String RESTLESS =
      """
      { "id": "restless", "version": 1, "name": "restless", "status": "active",
        "settings": { "duplicateHandling": "move-to-start", "maxDuration": "P30D" },
        "nodes": [
          { "id": "viewed", "type": "trigger", "on": { "event": "product-viewed" }, "next": "ordered" },
          { "id": "ordered", "type": "condition", "if": { "event": "order-completed" }, "within": "PT1H", "yes": "done", "no": "mail" },
          { "id": "mail", "type": "send-email", "template": "restless", "next": "done" },
          { "id": "done", "type": "end" } ] }
      """;

  private Customers() {}

  static CompiledOnce restless() {
    return CompiledOnce.document(RESTLESS);
  }

  static CustomerEvent viewed(String customerId, long timestamp) {
    return event(EventKind.PRODUCT_VIEWED, customerId, timestamp);
  }

  static CustomerEvent ordered(String customerId, long timestamp) {
    return event(EventKind.ORDER_COMPLETED, customerId, timestamp);
  }

  static CustomerEvent erased(String customerId, long timestamp) {
    return event(EventKind.CUSTOMER_ERASED, customerId, timestamp);
  }

  static CustomerEvent consented(String customerId, long timestamp) {
    return event(EventKind.CONSENT_GIVEN, customerId, timestamp);
  }

  /** An event of a kind by its name in documents. */
  static CustomerEvent about(String kind, String customerId, long timestamp) {
    return event(EventKind.of(kind).orElseThrow(), customerId, timestamp);
  }

  private static CustomerEvent event(EventKind kind, String customerId, long timestamp) {
    return new CustomerEvent(
        kind.id() + "-" + timestamp,
        customerId,
        kind,
        "",
        timestamp,
        Json.object().put("consent", "email"),
        Channel.ONLINE,
        0);
  }
}
