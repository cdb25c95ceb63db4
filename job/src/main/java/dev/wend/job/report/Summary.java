package dev.wend.job.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import dev.wend.event.TraceKind;
import dev.wend.event.Utf8Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The counts of a run: of its input, and of each scenario. */
public final class Summary {
  private final SortedMap<String, ScenarioCounts> scenarios = new TreeMap<>(Utf8Order.INSTANCE);
  private final ObjectNode input = Json.object();
  private long erased;
  private long end;

  /** A summary of scenarios that may not have been entered at all. */
  public Summary(List<String> scenarioIds) {
    scenarioIds.forEach(id -> scenarios.put(id, new ScenarioCounts()));
  }

  /** Counts one trace record, as it is written. */
  public void addTrace(byte[] record) {
    JsonNode trace = Json.read(record);
    TraceKind kind = TraceKind.of(trace.path("kind").asText()).orElseThrow();
    if (kind == TraceKind.ERASED) {
      erased++;
    } else {
      scenarios
          .computeIfAbsent(trace.path("scenarioId").asText(), id -> new ScenarioCounts())
          .add(kind, trace);
    }
  }

  /** Notes how many instances of a scenario are gone with their customers. */
  public void putErased(String scenarioId, long instances) {
    scenarios.computeIfAbsent(scenarioId, id -> new ScenarioCounts()).erased(instances);
  }

  /** Notes where the clock ended, epoch milliseconds; {@link Long#MIN_VALUE} where there was no event. */
  public void putEnd(long clockEnd) {
    end = clockEnd == Long.MIN_VALUE ? 0 : clockEnd;
  }

  /** Where the clock ended, epoch milliseconds; 0 where there was no event. */
  public long end() {
    return end;
  }

  /** Notes a count of the input. */
  public void putInput(String name, long count) {
    input.put(name, count);
  }

  /** By scenario id. */
  public SortedMap<String, ScenarioCounts> scenarios() {
    return scenarios;
  }

  /** A count of the input, 0 where it was not noted. */
  public long input(String name) {
    return input.path(name).asLong();
  }

  /** All counts of the input, in the order in which they were noted. */
  public Map<String, Long> inputs() {
    Map<String, Long> counts = new LinkedHashMap<>();
    input.properties().forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
    return counts;
  }

  /** As it stands in {@code summary.json}: the same history gives the same bytes. */
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.set("input", input);
    json.put("erased", erased);
    ObjectNode all = json.putObject("scenarios");
    scenarios.forEach((id, counts) -> all.set(id, counts.toJson()));
    return json;
  }
}
