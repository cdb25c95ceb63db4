package dev.wend.job.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.TraceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    List<JsonNode> records = new ArrayList<>();
    String wanted = ReplayFiles.written("customerId", customer);
    files.trace(line -> line.contains(wanted), records::add);
    records.removeIf(record -> !record.path("customerId").asText().equals(customer));
    CustomerTrace trace = new CustomerTrace(KnownActions.read(files, customer, records));
    return records.stream().map(trace::line).toList();
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
