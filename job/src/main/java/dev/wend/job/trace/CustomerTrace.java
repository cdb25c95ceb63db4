package dev.wend.job.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.TraceKind;
import dev.wend.event.Utf8Order;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a replay wrote about one customer, in the order of the customer's timeline.
 *
 * <p>The files are read as a stream; what is held are the records of this customer.
 */
public final class CustomerTrace {
  private static final Set<TraceKind> AT_AN_ENTRY =
      EnumSet.of(
          TraceKind.ENTERED, TraceKind.ENTRY_IGNORED, TraceKind.ENTRY_LIMITED, TraceKind.RESTARTED);

  private final KnownActions actions;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<List<String>> entriesByClock = new HashSet<>();

  private CustomerTrace(KnownActions actions) {
    this.actions = actions;
  }

  /**
   * Reads the trace and the actions of a customer; nothing where there is no record.
   *
   * @throws UnreadableTraceException when a file is not there or is no output of a replay
   */
  public static List<TraceLine> read(ReplayFiles files, String customer)
      throws UnreadableTraceException {
    return read(files, Set.of(customer), Integer.MAX_VALUE).get(customer).lines();
  }

  /**
   * Reads the trace and the actions of several customers; no lines where there is no record.
   *
   * @param most how many lines of one customer are held; those behind them are counted
   * @throws UnreadableTraceException when a file is not there or is no output of a replay
   */
  public static SortedMap<String, Shown> read(ReplayFiles files, Set<String> customers, int most)
      throws UnreadableTraceException {
    SortedMap<String, Held> held = new TreeMap<>(Utf8Order.INSTANCE);
    customers.forEach(customer -> held.put(customer, new Held()));
    files.trace(
        ReplayFiles.linesOf(customers),
        record -> held.get(record.path("customerId").asText()).add(record, most));
    List<JsonNode> all = held.values().stream().flatMap(one -> one.records.stream()).toList();
    KnownActions actions = KnownActions.read(files, customers, all);
    SortedMap<String, Shown> shown = new TreeMap<>(Utf8Order.INSTANCE);
    held.forEach((customer, one) -> shown.put(customer, one.shown(new CustomerTrace(actions))));
    return shown;
  }

  /**
   * What is held of one customer.
   *
   * @param lines the first ones
   * @param omitted how many there are behind them
   */
  public record Shown(List<TraceLine> lines, long omitted) {}

  private static final class Held {
    private final List<JsonNode> records = new ArrayList<>();
    private long omitted;

    void add(JsonNode record, int most) {
      if (records.size() < most) {
        records.add(record);
      } else {
        omitted++;
      }
    }

    Shown shown(CustomerTrace trace) {
      return new Shown(records.stream().map(trace::line).toList(), omitted);
    }
  }

  private TraceLine line(JsonNode record) {
    return new TraceLine(
        record,
        record.has("instanceId") ? number(record.path("instanceId").asText()) : 0,
        actions.doneAt(record),
        actions.ofNode(record),
        actions.trigger(record),
        isByClock(record));
  }

  private int number(String instance) {
    int next = numbers.size() + 1;
    return Optional.ofNullable(numbers.putIfAbsent(instance, next)).orElse(next);
  }

  /** What an entry by the clock leads to at once is by the clock too; all else without a message is a deadline. */
  private boolean isByClock(JsonNode record) {
    if (record.has("messageId")) {
      return false;
    }
    List<String> moment =
        List.of(record.path("instanceId").asText(), record.path("timestamp").asText());
    boolean entry = AT_AN_ENTRY.contains(TraceKind.of(record.path("kind").asText()).orElseThrow());
    if (entry) {
      entriesByClock.add(moment);
    }
    return entry || entriesByClock.contains(moment);
  }
}
