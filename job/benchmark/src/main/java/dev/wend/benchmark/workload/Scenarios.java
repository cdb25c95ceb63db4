package dev.wend.benchmark.workload;

import dev.wend.job.operator.ScenarioDocument;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The scenarios of a workload: a product is put into the cart; an order within an hour brings a push message, no order an
 * e-mail. Where there are several, each looks at a part of the products of its own.
 */
public final class Scenarios {
  /** How long an order is waited for, milliseconds, where no journey is to wait beyond the stream. */
  public static final long WINDOW = Duration.ofHours(1).toMillis();

  /** How much longer than the stream it is waited for where some are. */
  private static final Duration BEYOND = Duration.ofDays(1);

  /** The node that is reached by an order. */
  public static final String ORDERED = "thanks";

  /** The node that is reached without. */
  public static final String NOT_ORDERED = "reminder";

  private static final String DOCUMENT =
      """
      { "id": "cart-%s", "version": 1, "name": "Abandoned cart", "status": "active",
        "settings": { "maxDuration": "P7D", "duplicateHandling": "%s" },
        "nodes": [
          %s
          { "id": "ordered", "type": "condition", "if": { "event": "order-completed" }, "within": "%s",
            "yes": "thanks", "no": "reminder" },
          { "id": "thanks", "type": "send-push", "template": "thanks", "next": "end" },
          { "id": "reminder", "type": "send-email", "template": "reminder", "next": "done" },
          { "id": "end", "type": "end" },
          { "id": "done", "type": "end" } ] }
      """;
  private static final String TRIGGER =
      "{ \"id\": \"%s\", \"type\": \"trigger\", \"on\": { %s }, \"next\": \"ordered\" },";
  private static final String CART = "\"event\": \"product-added-to-cart\"";
  private static final String PAGE = "\"event\": \"page-visited\"";
  private static final String TWO_CARTS =
      "\"pattern\": { \"steps\": [ { %s, \"times\": 2 } ], \"within\": \"PT1H\" }";

  private Scenarios() {}

  /** The documents that Wend is given. */
  public static List<ScenarioDocument> documents(Workload workload) {
    return IntStream.range(0, workload.scenarios())
        .mapToObj(number -> document(workload, number))
        .toList();
  }

  /** How long an order is waited for. */
  public static Duration window(Workload workload) {
    return workload.waiting() > 0
        ? workload.span().multipliedBy(workload.laps()).plus(BEYOND)
        : Duration.ofMillis(WINDOW);
  }

  /** The scenario that a cart with that product enters. */
  public static int of(Workload workload, int product) {
    return product % workload.scenarios();
  }

  private static ScenarioDocument document(Workload workload, int number) {
    String cart = CART + (workload.scenarios() == 1 ? "" : products(workload, number));
    String duplicates =
        workload.interest() == Workload.Interest.ALL ? "ignore" : "create-new-instance";
    String triggers =
        switch (workload.interest()) {
          case CARTS -> TRIGGER.formatted("cart", cart);
          case ALL -> TRIGGER.formatted("cart", cart) + TRIGGER.formatted("page", PAGE);
          case PATTERN -> TRIGGER.formatted("cart", TWO_CARTS.formatted(cart));
        };
    return new ScenarioDocument(
        "cart-" + number + ".json",
        DOCUMENT.formatted(number, duplicates, triggers, window(workload)));
  }

  private static String products(Workload workload, int number) {
    return IntStream.range(0, Clickstream.PRODUCTS)
        .filter(product -> of(workload, product) == number)
        .mapToObj(product -> '"' + NativeRecord.product(product) + '"')
        .collect(Collectors.joining(", ", ", \"products\": [", "]"));
  }
}
