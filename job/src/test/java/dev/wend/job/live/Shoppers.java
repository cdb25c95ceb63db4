package dev.wend.job.live;

import dev.wend.job.operator.ScenarioDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** A few customers who fill carts and order at short distances, so that order and loss show in what becomes of them. */
final class Shoppers {
  private static final List<String> NAMES =
      List.of("Product Viewed", "Product Added", "Order Completed");
  private static final int CUSTOMERS = 25;

  /** Nothing of an order depends on more than which cart began the journey, and what came first after it. */
  private static final String DOCUMENT =
      """
      { "id": "cart", "version": 1, "name": "Cart", "status": "active", "nodes": [
        { "id": "start", "type": "trigger", "on": { "event": "product-added-to-cart" }, "next": "ordered" },
        { "id": "ordered", "type": "condition", "if": { "event": "order-completed" }, "within": "PT20S", "yes": "thanks", "no": "reminder" },
        { "id": "thanks", "type": "send-email", "template": "thanks", "next": "done" },
        { "id": "reminder", "type": "send-email", "template": "reminder",
          "data": { "product": { "from": "trigger:/properties/product_id" } }, "next": "done" },
        { "id": "done", "type": "end" } ] }
      """;

  private final Random random;
  private int number;

  Shoppers(long seed) {
    random = new Random(seed);
  }

  static List<ScenarioDocument> scenarios() {
    return List.of(new ScenarioDocument("cart.json", DOCUMENT));
  }

  /** The scenario as a file for a replay. */
  static Path write(Path directory) throws IOException {
    return Files.writeString(directory.resolve("cart.json"), DOCUMENT);
  }

  /** Something that someone does at that time, epoch milliseconds. */
  History.Entry at(int partition, long timestamp) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    return History.Entry.of(
        partition,
        """
        { "type": "track", "event": "%s", "messageId": "m%d", "userId": "customer-%d", "timestamp": %d, "properties": { "product_id": "p%d", "order_id": "o%d" } }"""
            .formatted(name, number++, random.nextInt(CUSTOMERS), timestamp, number, number));
  }

  /** So many events at even distances; each arrives at most {@code disorder} milliseconds late. */
  History stream(int partition, int events, long start, long distance, int disorder) {
    record Arrival(History.Entry entry, long at) {}
    return new History(
        LongStream.range(0, events)
            .map(index -> start + index * distance)
            .mapToObj(at -> new Arrival(at(partition, at), at + random.nextInt(disorder + 1)))
            .sorted(Comparator.comparingLong(Arrival::at))
            .map(Arrival::entry)
            .toList());
  }

  /** So many events at any times from one to another, these included. */
  List<History.Entry> between(int partition, int events, long first, long last) {
    List<History.Entry> entries = new ArrayList<>();
    for (int index = 0; index < events; index++) {
      entries.add(at(partition, first + random.nextInt((int) (last - first + 1))));
    }
    return entries;
  }
}
