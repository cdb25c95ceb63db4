package dev.wend.connectors.inference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rows of orders have in common. */
final class OrderLines {
  private static final double SEVERAL = 1.05;

  private final Column order;

  OrderLines(Column order) {
    this.order = order;
  }

  /** Whether an order has several rows. */
  boolean areSeveral() {
    return order.rowsPerValue() >= SEVERAL;
  }

  /** Whether all rows of an order, of nearly all orders, have the same value. */
  boolean share(Column column) {
    Map<String, Set<String>> values = new HashMap<>();
    for (int row = 0; row < order.values().size(); row++) {
      values
          .computeIfAbsent(order.values().get(row), added -> new HashSet<>())
          .add(column.values().get(row));
    }
    long same = values.values().stream().filter(several -> several.size() == 1).count();
    return same >= 0.98 * values.size();
  }

  /** What the ids of orders with negative quantities, and no others, begin with. */
  Optional<String> beginningOfNegatives(Column quantity) {
    Map<String, long[]> counts = new HashMap<>();
    for (int row = 0; row < order.values().size(); row++) {
      String id = order.values().get(row);
      if (!id.isEmpty() && Character.isLetter(id.charAt(0))) {
        boolean negative = quantity.values().get(row).startsWith("-");
        counts.computeIfAbsent(id.substring(0, 1), added -> new long[2])[negative ? 0 : 1]++;
      }
    }
    List<String> beginnings =
        counts.entrySet().stream()
            .filter(count -> count.getValue()[0] > 20 * count.getValue()[1])
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return beginnings.size() == 1 ? Optional.of(beginnings.get(0)) : Optional.empty();
  }
}
