package dev.wend.compile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** The product ids and skus, of the event itself and of its line items. */
  record Products() implements Aspect {
    @Override
    public <T> boolean any(
        CustomerEvent event, Shelf<T> shelf, BiPredicate<? super T, CustomerEvent> test) {
      ObjectNode properties = event.properties();
      if (anyOf(properties, event, shelf, test)) {
        return true;
      }
      for (JsonNode item : properties.path("products")) {
        if (anyOf(item, event, shelf, test)) {
          return true;
        }
      }
      return false;
    }

    private static <T> boolean anyOf(
        JsonNode item,
        CustomerEvent event,
        Shelf<T> shelf,
        BiPredicate<? super T, CustomerEvent> test) {
      return shelf.any(item.path("product_id"), event, test)
          || shelf.any(item.path("sku"), event, test);
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
