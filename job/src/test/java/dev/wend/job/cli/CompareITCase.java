package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Online Retail with a delay that becomes three days, and a branch that is turned round. What the comparison says is held
 * against two replays, whose records are laid side by side another way.
 */
class CompareITCase {
  private static final String MAPPING = "--mapping=../conf/mappings/online-retail.json";
  private static final List<String> DERIVED =
      List.of("scenarioVersion", "instanceId", "actionId", "trigger", "customerId", "scenarioId");

  @TempDir private static Path directory;

  private static Path compared;
  private static CommandRun run;
  private static Map<Entry, List<ObjectNode>> before;
  private static Map<Entry, List<ObjectNode>> after;

  /** What lets a customer in. */
  private record Entry(String customer, String scenario, long timestamp, String messageId) {}

  @BeforeAll
  static void run() throws IOException {
    Path history = directory.resolve("history");
    SharedHistory.extract("online-retail-uci-by-day.tar.xz", history);
    Path old = copy("old");
    Path changed = copy("new");
    edit(changed, "cancelled-order.json", "\"for\": \"PT1H\"", "\"for\": \"P3D\"");
    edit(
        changed,
        "large-order.json",
        "\"yes\": \"done\", \"no\": \"reminder\"",
        "\"yes\": \"reminder\", \"no\": \"done\"");
    edit(changed, "win-back.json", "\"version\": 1", "\"version\": 2");
    compared = directory.resolve("compared");
    run = compare(old, changed, history, compared, 1);
    before = journeys(replay(old, history));
    after = journeys(replay(changed, history));
  }

  private static Path copy(String name) throws IOException {
    Path copy = Files.createDirectories(directory.resolve(name));
    try (DirectoryStream<Path> documents =
        Files.newDirectoryStream(Path.of("../conf/scenarios-online-retail"))) {
      for (Path document : documents) {
        Files.copy(document, copy.resolve(document.getFileName()));
      }
    }
    return copy;
  }

  private static void edit(Path documents, String name, String from, String to) throws IOException {
    Path document = documents.resolve(name);
    String text = Files.readString(document);
    assertThat(text).contains(from);
    Files.writeString(document, text.replace(from, to));
  }

  private static CommandRun compare(
      Path old, Path changed, Path history, Path out, int parallelism) {
    return CommandRun.of(
        "compare",
        "--quiet",
        "--scenarios=" + old,
        "--against=" + changed,
        "--events=" + history,
        MAPPING,
        "--parallelism=" + parallelism,
        "--out=" + out,
        "--fail-on-difference");
  }

  private static ReplayRun replay(Path scenarios, Path history) {
    return ReplayRun.of(
            directory.resolve("replay-" + scenarios.getFileName()),
            "--scenarios=" + scenarios,
            "--events=" + history,
            MAPPING)
        .done();
  }

  /** The records of each instance without what is derived from the version; an action's with what was done. */
  private static Map<Entry, List<ObjectNode>> journeys(ReplayRun replay) throws IOException {
    Map<String, JsonNode> actions = new HashMap<>();
    for (JsonNode action : read(replay.actions())) {
      actions.put(action.get("instanceId").asText() + action.get("nodeId").asText(), action);
    }
    Map<String, Entry> entries = new HashMap<>();
    Map<Entry, List<ObjectNode>> journeys = new HashMap<>();
    for (ObjectNode record : read(replay.trace())) {
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

  private static List<ObjectNode> read(List<String> lines) {
    return lines.stream()
        .map(line -> (ObjectNode) Json.read(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static List<ObjectNode> differences() throws IOException {
    return read(Files.readAllLines(compared.resolve("differences.jsonl")));
  }

  @Test
  void itTellsThatCustomersDiffer() {
    assertThat(run.complained()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.printed()).contains("retail-cancelled-order", "customers:", "index.html");
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
    assertThat(differences().stream().map(line -> line.get("customerId").asText()))
        .containsExactlyElementsOf(differ);
  }

  @Test
  void everyDifferenceIsInTheTwoReplays() throws IOException {
    Map<String, Integer> outcomes = new TreeMap<>();
    Set<Entry> told = new HashSet<>();
    for (ObjectNode line : differences()) {
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
    JsonNode result = Json.read(Files.readAllBytes(compared.resolve("compare.json")));
    for (JsonNode scenario : result.get("scenarios")) {
      for (String kind : List.of("entered", "action", "finished", "restarted", "entry-ignored")) {
        JsonNode counts = scenario.get("counts").get(kind);
        assertThat(counts.get("a").asLong()).isEqualTo(count(before, scenario, kind));
        assertThat(counts.get("b").asLong()).isEqualTo(count(after, scenario, kind));
      }
    }
    assertThat(result.at("/customers/differ").asInt()).isEqualTo(differences().size());
    assertThat(result.at("/scenarios/2/customers/differ").asInt())
        .as("a version number is no difference")
        .isZero();
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
    compare(
        directory.resolve("old"), directory.resolve("new"), directory.resolve("history"), again, 2);

    for (String file : List.of("compare.json", "differences.jsonl", "index.html")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(compared.resolve(file));
    }
  }
}
