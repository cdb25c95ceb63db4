package dev.wend.job.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.event.TraceKind;
import dev.wend.event.Utf8Order;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What happened in one scenario, counted from its trace. */
public final class ScenarioCounts {
  private long erased;
  private final Map<TraceKind, Long> kinds = new EnumMap<>(TraceKind.class);
  private final SortedMap<String, Long> exits = new TreeMap<>(Utf8Order.INSTANCE);
  private final SortedMap<String, Long> actions = new TreeMap<>(Utf8Order.INSTANCE);
  private final SortedMap<String, Long> suppressed = new TreeMap<>(Utf8Order.INSTANCE);
  private final SortedMap<String, SortedMap<String, Long>> decisions =
      new TreeMap<>(Utf8Order.INSTANCE);

  /** Counts one trace record. */
  void add(TraceKind kind, JsonNode trace) {
    kinds.merge(kind, 1L, Long::sum);
    String node = trace.path("nodeId").asText();
    switch (kind) {
      case EXITED -> exits.merge(trace.path("reason").asText(), 1L, Long::sum);
      case ACTION -> actions.merge(node, 1L, Long::sum);
      case SUPPRESSED -> suppressed.merge(node, 1L, Long::sum);
      case DECIDED ->
          decisions
              .computeIfAbsent(node, id -> new TreeMap<>(Utf8Order.INSTANCE))
              .merge(trace.path("decision").asText(), 1L, Long::sum);
      default -> {}
    }
  }

  /** Notes how many instances are gone with their customers. */
  void erased(long instances) {
    erased = instances;
  }

  /** How many trace records of a kind there are. */
  public long of(TraceKind kind) {
    return kinds.getOrDefault(kind, 0L);
  }

  /** Instances that were on their way at the end: entered and not left in any way. */
  public long active() {
    return of(TraceKind.ENTERED)
        - of(TraceKind.FINISHED)
        - of(TraceKind.EXITED)
        - of(TraceKind.EXPIRED)
        - of(TraceKind.RESTARTED)
        - of(TraceKind.CONDITION_NOT_MET)
        - erased;
  }

  /** By reason. */
  public SortedMap<String, Long> exits() {
    return exits;
  }

  /** By node. */
  public SortedMap<String, Long> actions() {
    return actions;
  }

  /** As it stands in {@code summary.json}. */
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("entered", of(TraceKind.ENTERED));
    json.put("entryIgnored", of(TraceKind.ENTRY_IGNORED));
    json.put("entryLimited", of(TraceKind.ENTRY_LIMITED));
    json.put("active", active());
    json.put("finished", of(TraceKind.FINISHED));
    json.put("restarted", of(TraceKind.RESTARTED));
    json.put("expired", of(TraceKind.EXPIRED));
    json.put("conditionNotMet", of(TraceKind.CONDITION_NOT_MET));
    json.put("erased", erased);
    putAll(json.putObject("exited"), exits);
    ObjectNode decided = json.putObject("decided");
    decisions.forEach((node, counts) -> putAll(decided.putObject(node), counts));
    putAll(json.putObject("actions"), actions);
    putAll(json.putObject("suppressed"), suppressed);
    return json;
  }

  private static void putAll(ObjectNode json, SortedMap<String, Long> counts) {
    counts.forEach(json::put);
  }
}
