package dev.wend.job.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.job.compare.Tallies.What;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What {@link Tallies} counted in all tasks. */
final class Counts {
  private final Map<Name, Long> counts = new HashMap<>();

  /** A name in its parts. */
  record Name(What what, List<String> parts) {
    String part(int index) {
      return parts.get(index);
    }
  }

  /** Reads the counts among the results of a job. */
  static Counts of(Map<String, Object> results) {
    Counts counts = new Counts();
    results.forEach(
        (name, count) -> {
          if (name.startsWith(Tallies.PREFIX) && count instanceof Long number) {
            counts.counts.put(name(name.substring(Tallies.PREFIX.length())), number);
          }
        });
    return counts;
  }

  private static Name name(String written) {
    List<String> parts = new ArrayList<>();
    for (JsonNode part : Json.read(written.getBytes(StandardCharsets.UTF_8))) {
      parts.add(part.textValue());
    }
    return new Name(What.valueOf(parts.get(0)), List.copyOf(parts.subList(1, parts.size())));
  }

  /** That very count. */
  long of(What what, String... parts) {
    return counts.getOrDefault(new Name(what, List.of(parts)), 0L);
  }

  /** The sum of all counts of a sort. */
  long sum(What what, Predicate<Name> wanted) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().what() == what && wanted.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The names of a sort, in no order. */
  Set<Name> names(What what) {
    return counts.keySet().stream()
        .filter(name -> name.what() == what)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Both sides and the difference, by whatever gives the count of a side. */
  static ObjectNode sides(ToLongFunction<Side> count) {
    long a = count.applyAsLong(Side.A);
    long b = count.applyAsLong(Side.B);
    return Json.object().put("a", a).put("b", b).put("difference", b - a);
  }
}
