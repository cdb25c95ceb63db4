package dev.wend.matcher;

import dev.wend.event.EventKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code event} may name: a kind of section 1, or {@code product-bought}, which reads an order per line item.
 *
 * @param kind the kind of event that it selects
 * @param perLineItem whether it looks at each line item by itself
 */
public record EventSelector(String id, EventKind kind, boolean perLineItem) {
  /** {@code order-completed} read per line item. */
  public static final EventSelector PRODUCT_BOUGHT =
      new EventSelector("product-bought", EventKind.ORDER_COMPLETED, true);

  /** All of them, in the order of the contract's table. */
  public static final List<EventSelector> ALL =
      Stream.concat(
              Arrays.stream(EventKind.values())
                  .map(kind -> new EventSelector(kind.id(), kind, false)),
              Stream.of(PRODUCT_BOUGHT))
          .toList();

  /** Finds the selector with that {@link #id()}. */
  public static Optional<EventSelector> of(String id) {
    return ALL.stream().filter(selector -> selector.id.equals(id)).findFirst();
  }
}
