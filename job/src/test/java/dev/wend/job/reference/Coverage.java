package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often samples came by the things that a journey can do. */
final class Coverage {
  private final SortedMap<String, Integer> counts = new TreeMap<>();
  private int documents;
  private int refused;

  void add(Sample sample) {
    documents += sample.documents().size();
    refused += sample.refused();
    var records = sample.expected().records();
    records.counts().forEach((what, count) -> count("count " + what, count));
    records.actions().forEach(action -> count("action " + action.get("type").asText(), 1));
    records.trace().forEach(this::add);
    sample.expected().seen().forEach(this::count);
  }

  /** How often samples came by each of {@code wanted}. */
  SortedMap<String, Integer> of(List<String> wanted) {
    SortedMap<String, Integer> found = new TreeMap<>();
    wanted.forEach(what -> found.put(what, counts.getOrDefault(what, 0)));
    return found;
  }

  void add(Coverage other) {
    documents += other.documents;
    refused += other.refused;
    other.counts.forEach(this::count);
  }

  /** The part of all documents drawn that passed the checks. */
  double acceptance() {
    return (double) documents / (documents + refused);
  }

  private void add(ObjectNode trace) {
    count("trace " + trace.get("kind").asText(), 1);
  }

  private void count(String what, int count) {
    counts.merge(what, count, Integer::sum);
  }

  /** A line each. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    counts.forEach((what, count) -> table.append("%9d  %s%n".formatted(count, what)));
    return table.toString();
  }
}
