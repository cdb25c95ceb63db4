package dev.wend.compile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.CustomerEvent;
import dev.wend.matcher.EventFilter;
import java.util.Iterator;
import java.util.function.BiPredicate;

/** Where an event says something by which those are looked up whom it may interest. */
sealed interface Aspect {

  /** Whether {@code test} accepts something that {@code shelf} has under a text that {@code event} has here. */
  <T> boolean any(CustomerEvent event, Shelf<T> shelf, BiPredicate<? super T, CustomerEvent> test);

  /** The key field that a filter looks at. */
  record KeyField(EventFilter filter) implements Aspect {
    @Override
    public <T> boolean any(
        CustomerEvent event, Shelf<T> shelf, BiPredicate<? super T, CustomerEvent> test) {
      return filter == EventFilter.NAME
          ? shelf.any(event.name(), event, test)
          : shelf.any(filter.valueOf(event), event, test);
    }
  }

  /** A property. */
  record Property(JsonPointer pointer) implements Aspect {
    @Override
    public <T> boolean any(
        CustomerEvent event, Shelf<T> shelf, BiPredicate<? super T, CustomerEvent> test) {
      return shelf.any(event.properties().at(pointer), event, test);
    }
  }

  /** The product ids and skus, of the event itself and of an order's line items. */
  record Products() implements Aspect {
    private static final String PRODUCT_ID = "product_id";
    private static final String SKU = "sku";

    @Override
    public <T> boolean any(
        CustomerEvent event, Shelf<T> shelf, BiPredicate<? super T, CustomerEvent> test) {
      return shelf.any(event.property(PRODUCT_ID), event, test)
          || shelf.any(event.property(SKU), event, test)
          || (event.kind().isOrder() && anyItem(event, shelf, test));
    }

    private static <T> boolean anyItem(
        CustomerEvent order, Shelf<T> shelf, BiPredicate<? super T, CustomerEvent> test) {
      for (JsonNode item : order.property("products")) {
        if (shelf.any(item.path(PRODUCT_ID), order, test)
            || shelf.any(item.path(SKU), order, test)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The names of its properties. */
  record Names() implements Aspect {
    @Override
    public <T> boolean any(
        CustomerEvent event, Shelf<T> shelf, BiPredicate<? super T, CustomerEvent> test) {
      Iterator<String> names = event.properties().fieldNames();
      while (names.hasNext()) {
        if (shelf.any(names.next(), event, test)) {
          return true;
        }
      }
      return false;
    }
  }
}
