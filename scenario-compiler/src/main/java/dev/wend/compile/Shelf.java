package dev.wend.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.CustomerEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What is looked up by one aspect of events, under the texts that it asks for. */
final class Shelf<T> {
  private final Aspect aspect;

  /** Mostly one under each text, which an immutable list of one has without an object between. */
  private final Map<String, List<T>> byText = new HashMap<>();

  Shelf(Aspect aspect) {
    this.aspect = aspect;
  }

  void put(Set<String> texts, T found) {
    texts.forEach(text -> byText.merge(text, List.of(found), (here, one) -> with(here, found)));
  }

  private static <T> List<T> with(List<T> here, T found) {
    return here.contains(found) ? here : Stream.concat(here.stream(), Stream.of(found)).toList();
  }

  boolean any(CustomerEvent event, BiPredicate<? super T, CustomerEvent> test) {
    return aspect.any(event, this, test);
  }

  /** What is no text has nothing here. */
  boolean any(JsonNode value, CustomerEvent event, BiPredicate<? super T, CustomerEvent> test) {
    return value.isTextual() && any(value.textValue(), event, test);
  }

  boolean any(String text, CustomerEvent event, BiPredicate<? super T, CustomerEvent> test) {
    List<T> here = byText.get(text);
    return here != null && any(here, event, test);
  }

  static <T> boolean any(
      Iterable<T> all, CustomerEvent event, BiPredicate<? super T, CustomerEvent> test) {
    for (T each : all) {
      if (test.test(each, event)) {
        return true;
      }
    }
    return false;
  }
}
