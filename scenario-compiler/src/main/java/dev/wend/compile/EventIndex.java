package dev.wend.compile;

import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds whom an event may interest without asking all: by its kind, and by the texts that it has where equality with fixed
 * texts is asked. What it finds may still say no; what it does not find would have.
 */
public final class EventIndex<T> {
  private final Map<EventKind, Kind<T>> kinds = new EnumMap<>(EventKind.class);

  /** What is interested in one kind: in each event of it, or by some aspect. */
  private record Kind<T>(Set<T> all, Map<Aspect, Shelf<T>> byAspect, List<Shelf<T>> shelves) {
    static <T> Kind<T> empty() {
      return new Kind<>(new LinkedHashSet<>(), new LinkedHashMap<>(), new ArrayList<>());
    }

    Shelf<T> shelf(Aspect aspect) {
      return byAspect.computeIfAbsent(
          aspect,
          key -> {
            Shelf<T> shelf = new Shelf<>(key);
            shelves.add(shelf);
            return shelf;
          });
    }
  }

  /** Has {@code interested} found by all events that meet {@code cue}. */
  public void add(Cue cue, T interested) {
    Kind<T> kind = kinds.computeIfAbsent(cue.kind(), key -> Kind.empty());
    cue.key()
        .ifPresentOrElse(
            key -> kind.shelf(key.aspect()).put(key.texts(), interested),
            () -> kind.all().add(interested));
  }

  /**
   * Whether {@code test} accepts one of those whom {@code event} may interest. It is asked until it does, in no promised order
   * and perhaps twice about the same one.
   */
  public boolean any(CustomerEvent event, BiPredicate<? super T, CustomerEvent> test) {
    Kind<T> kind = kinds.get(event.kind());
    if (kind == null) {
      return false;
    }
    if (Shelf.any(kind.all(), event, test)) {
      return true;
    }
    for (Shelf<T> shelf : kind.shelves()) {
      if (shelf.any(event, test)) {
        return true;
      }
    }
    return false;
  }
}
