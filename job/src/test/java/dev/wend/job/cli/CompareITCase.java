package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Online Retail with a delay that becomes three days, and a branch that is turned round. What the comparison says is held
 * against two replays, whose records are laid side by side another way.
 */
class CompareITCase {
  private static final List<String> DERIVED =
      List.of("scenarioVersion", "instanceId", "actionId", "trigger", "customerId", "scenarioId");

  @TempDir private static Path directory;

  private static ComparedRetail compared;
  private static Map<Entry, List<ObjectNode>> before;
  private static Map<Entry, List<ObjectNode>> after;

  /** What lets a customer in. */
  private record Entry(String customer, String scenario, long timestamp, String messageId) {}

  @BeforeAll
  static void run() throws IOException {
    compared = ComparedRetail.in(directory);
    before = journeys(replay(compared.old()));
    after = journeys(replay(compared.changed()));
  }

  private static ReplayRun replay(Path scenarios) {
    return ReplayRun.of(
            directory.resolve("replay-" + scenarios.getFileName()),
            "--scenarios=" + scenarios,
            "--events=" + compared.history(),
            ComparedRetail.MAPPING)
        .done();
  }

  /** The records of each instance without what is derived from the version; an action's with what was done. */
  private static Map<Entry, List<ObjectNode>> journeys(ReplayRun replay) throws IOException {
    Map<String, JsonNode> actions = new HashMap<>();
    for (JsonNode action : ComparedRetail.lines(replay.actions())) {
      actions.put(action.get("instanceId").asText() + action.get("nodeId").asText(), action);
    }
    Map<String, Entry> entries = new HashMap<>();
    Map<Entry, List<ObjectNode>> journeys = new HashMap<>();
    for (ObjectNode record : ComparedRetail.lines(replay.trace())) {
      String instance = record.get("instanceId").asText();
      Entry entry =
          entries.computeIfAbsent(
              instance,
              id ->
                  new Entry(
                      record.get("customerId").asText(),
                      record.get("scenarioId").asText(),
                      record.get("timestamp").asLong(),
                      record.path("messageId").asText()));
      ObjectNode plain = record.deepCopy();
      if (plain.get("kind").asText().equals("action")) {
        ObjectNode done =
            ((ObjectNode) actions.get(instance + plain.get("nodeId").asText())).deepCopy();
        done.remove(DERIVED);
        done.remove(List.of("nodeId", "timestamp"));
        plain.set("action", done);
      }
      journeys.computeIfAbsent(entry, id -> new ArrayList<>()).add(plain.remove(DERIVED));
    }
    return journeys;
  }

  @Test
  void itTellsThatCustomersDiffer() {
    assertThat(compared.run().complained()).isEmpty();
    assertThat(compared.run().exitCode()).isEqualTo(4);
    assertThat(compared.run().printed())
        .contains("retail-cancelled-order", "customers:", "index.html");
  }

  @Test
  void everyCustomerThatDiffersIsNamedAndNoOther() throws IOException {
    Set<String> differ = new TreeSet<>();
    Set<Entry> all = new HashSet<>(before.keySet());
    all.addAll(after.keySet());
    for (Entry entry : all) {
      if (!before.getOrDefault(entry, List.of()).equals(after.getOrDefault(entry, List.of()))) {
        differ.add(entry.customer());
      }
    }

    assertThat(differ).hasSizeGreaterThan(500);
    assertThat(compared.differences().stream().map(line -> line.get("customerId").asText()))
        .containsExactlyElementsOf(differ);
  }

  @Test
  void everyDifferenceIsInTheTwoReplays() throws IOException {
    Map<String, Integer> outcomes = new TreeMap<>();
    Set<Entry> told = new HashSet<>();
    for (ObjectNode line : compared.differences()) {
      for (JsonNode parting : line.get("partings")) {
        told.add(confirm(line.get("customerId").asText(), parting));
        outcomes.merge(parting.get("outcome").asText(), 1, Integer::sum);
      }
    }

    assertThat(outcomes).containsKeys("otherTimes", "otherPath", "unfinished");
    before.forEach(
        (entry, records) -> {
          if (!told.contains(entry)) {
            assertThat(after.get(entry)).isEqualTo(records);
          }
        });
    assertThat(told).containsAll(withoutCounterpart());
  }

  private static Set<Entry> withoutCounterpart() {
    Set<Entry> found = new HashSet<>(after.keySet());
    found.removeAll(before.keySet());
    return found;
  }

  /** Up to the step that is told both are equal, and there they are what is told. */
  private static Entry confirm(String customer, JsonNode parting) {
    Entry entry =
        new Entry(
            customer,
            parting.get("scenario").asText(),
            parting.get("entered").get("timestamp").asLong(),
            parting.get("entered").get("cause").path("messageId").asText());
    List<ObjectNode> first = before.getOrDefault(entry, List.of());
    List<ObjectNode> second = after.getOrDefault(entry, List.of());
    int index = 0;
    while (index < Math.min(first.size(), second.size())
        && first.get(index).equals(second.get(index))) {
      index++;
    }
    assertThat(plain(parting.path("a"))).isEqualTo(at(first, index));
    assertThat(plain(parting.path("b"))).isEqualTo(at(second, index));
    assertThat(at(first, index)).isNotEqualTo(at(second, index));
    return entry;
  }

  private static ObjectNode at(List<ObjectNode> records, int index) {
    return index < records.size() ? records.get(index) : Json.object();
  }

  /** A step as the trace writes it. */
  private static ObjectNode plain(JsonNode step) {
    ObjectNode record = Json.object();
    step.properties().forEach(member -> record.set(member.getKey(), member.getValue()));
    if (record.has("node")) {
      record.set("nodeId", record.remove("node"));
    }
    JsonNode cause = record.remove("cause");
    if (cause != null && cause.has("messageId")) {
      record.set("messageId", cause.get("messageId"));
      assertThat(cause.get("timestamp")).isEqualTo(record.get("timestamp"));
      assertThat(cause.get("kind").asText()).startsWith("order-");
    }
    return record;
  }

  @Test
  void countsAreThoseOfTheReplays() throws IOException {
    JsonNode result = compared.result();
    for (JsonNode scenario : result.get("scenarios")) {
      for (String kind : List.of("entered", "action", "finished", "restarted", "entry-ignored")) {
        JsonNode counts = scenario.get("counts").get(kind);
        assertThat(counts.get("a").asLong()).isEqualTo(count(before, scenario, kind));
        assertThat(counts.get("b").asLong()).isEqualTo(count(after, scenario, kind));
      }
    }
    assertThat(result.at("/customers/differ").asInt()).isEqualTo(compared.differences().size());
    assertThat(result.at("/scenarios/2/customers/differ").asInt())
        .as("a version number is no difference")
        .isZero();
  }

  /** To an action, an end or a decision came who has a record there, or waits. */
  @Test
  void edgesAreThoseOfTheReplays() throws IOException {
    for (JsonNode scenario : compared.result().get("scenarios")) {
      for (JsonNode edge : scenario.get("edges")) {
        String decision = edge.get("decision").asText();
        for (String side : decision.isEmpty() ? List.<String>of() : sides(edge.get("label"))) {
          assertThat(edge.get("journeys").get(side).asLong())
              .isEqualTo(
                  count(of(side), scenario, "decision", decision, edge.get("from").asText()));
        }
      }
      for (JsonNode node : scenario.get("nodes")) {
        String kind = node.at("/type/a").asText().equals("end") ? "finished" : "action";
        boolean isTold = kind.equals("finished") || node.at("/type/a").asText().startsWith("send-");
        for (String side : isTold ? sides(node.get("type")) : List.<String>of()) {
          String id = node.get("id").asText();
          assertThat(node.get("arrived").get(side).asLong())
              .isEqualTo(count(of(side), scenario, "kind", kind, id));
        }
      }
    }
  }

  /** On which sides there is such a thing. */
  private static List<String> sides(JsonNode told) {
    return Stream.of("a", "b").filter(told::has).toList();
  }

  private static Map<Entry, List<ObjectNode>> of(String side) {
    return side.equals("a") ? before : after;
  }

  private static long count(
      Map<Entry, List<ObjectNode>> journeys,
      JsonNode scenario,
      String member,
      String value,
      String node) {
    return journeys.entrySet().stream()
        .filter(journey -> journey.getKey().scenario().equals(scenario.get("name").asText()))
        .flatMap(journey -> journey.getValue().stream())
        .filter(record -> record.path(member).asText().equals(value))
        .filter(record -> record.path("nodeId").asText().equals(node))
        .count();
  }

  private static long count(Map<Entry, List<ObjectNode>> journeys, JsonNode scenario, String kind) {
    String id = scenario.get("name").asText();
    return journeys.entrySet().stream()
        .filter(journey -> journey.getKey().scenario().equals(id))
        .flatMap(journey -> journey.getValue().stream())
        .filter(record -> record.get("kind").asText().equals(kind))
        .count();
  }

  @Test
  void twoTasksWriteTheSameBytes() throws IOException {
    Path again = directory.resolve("again");
    compared.again(again);

    for (String file :
        List.of("compare.json", "differences.jsonl", "dead-letter.jsonl", "index.html")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(compared.out().resolve(file));
    }
  }
}
