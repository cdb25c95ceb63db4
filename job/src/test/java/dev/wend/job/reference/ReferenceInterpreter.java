package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.CustomerEvent;
import dev.wend.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A replay (section 6) as the contract tells it. */
final class ReferenceInterpreter {
  private ReferenceInterpreter() {}

  /**
   * What a replay writes.
   *
   * @param actions action records, sorted
   * @param trace trace records, sorted
   * @param counts of what is counted besides
   */
  record Records(
      List<ObjectNode> actions, List<ObjectNode> trace, SortedMap<String, Integer> counts) {}

  /**
   * A replay, and what it came by.
   *
   * @param reached the end of the clock; before it, where a customer would take very many steps, the last millisecond
   *     before these become too many
   */
  record Replayed(Records records, SortedMap<String, Integer> seen, long reached) {}

  /**
   * Replays a history.
   *
   * @param events valid ones of any customers, in any order
   * @param asOf where the clock ends, epoch milliseconds, inclusive
   */
  static Replayed replay(List<Scenario> scenarios, List<CustomerEvent> events, long asOf) {
    List<Scenario> sorted = new ArrayList<>(scenarios);
    sorted.sort(Comparator.comparing(Scenario::id, PlainComparison::compareTexts));
    TreeMap<String, List<CustomerEvent>> byCustomer = new TreeMap<>(PlainComparison::compareTexts);
    for (CustomerEvent event : events) {
      byCustomer.computeIfAbsent(event.customerId(), id -> new ArrayList<>()).add(event);
    }
    List<PlainRecord> records = new ArrayList<>();
    SortedMap<String, Integer> counts = new TreeMap<>();
    SortedMap<String, Integer> seen = new TreeMap<>();
    long reached = asOf;
    for (String customer : byCustomer.keySet()) {
      PlainTimeline timeline = new PlainTimeline(customer, sorted, byCustomer.get(customer));
      reached = Math.min(reached, timeline.run(asOf));
      records.addAll(timeline.output.records);
      timeline.output.counts.forEach((what, count) -> counts.merge(what, count, Integer::sum));
      timeline.output.seen.counts.forEach((what, count) -> seen.merge(what, count, Integer::sum));
    }
    records.sort(Comparator.comparingLong(record -> record.json().get("timestamp").longValue()));
    return new Replayed(
        new Records(select(records, true), select(records, false), counts), seen, reached);
  }

  private static List<ObjectNode> select(List<PlainRecord> records, boolean actions) {
    return records.stream()
        .filter(record -> record.action() == actions)
        .map(PlainRecord::json)
        .toList();
  }
}
