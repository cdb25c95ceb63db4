package dev.wend.job.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.check.CheckedScenario;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.event.CustomerEvent;
import dev.wend.event.Json;
import dev.wend.job.reference.ReferenceInterpreter.Records;
import dev.wend.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Scenarios and a history, drawn from a seed. */
record Sample(long seed, List<CheckedScenario> documents, List<CustomerEvent> events, long asOf) {
  private static final long DAY = 24 * 6 * Words.GRID;

  /** No more where profile actions can let a customer enter again and again. */
  private static final long HOURS = 30 * Words.GRID;

  static Sample of(long seed) {
    Chance chance = new Chance(seed);
    Set<Feature> features = chance.some(Feature.SUPPORTED);
    boolean mayGoRound = features.contains(Feature.PROFILE_ACTION);
    List<String> kinds = new ArrayList<>(Words.KINDS);
    chance.shuffle(kinds);
    kinds = new ArrayList<>(kinds.subList(0, chance.between(2, 5)));
    List<CheckedScenario> documents = new RandomScenarios(chance, features, kinds).next();
    RandomHistory history = new RandomHistory(chance, kinds);
    List<CustomerEvent> events =
        new ArrayList<>(history.next(mayGoRound ? HOURS : chance.of(HOURS, DAY)));
    long last = events.stream().mapToLong(CustomerEvent::timestamp).max().orElseThrow();
    long asOf = last + (mayGoRound ? chance.of(0L, HOURS) : chance.of(-1L, 0L, DAY, 800 * DAY));
    events.addAll(history.answers(reference(documents, events, asOf).actions()));
    return new Sample(seed, documents, events, asOf);
  }

  List<Scenario> scenarios() {
    return scenarios(documents);
  }

  Records byReference() {
    return reference(documents, events, asOf);
  }

  Records byEngineAtOnce() {
    return new EngineReplay(compiled(), events, asOf).atOnce(asOf);
  }

  Records byEngineInParts() {
    return new EngineReplay(compiled(), events, asOf).inParts(asOf, new Chance(seed));
  }

  /** Where the engine differs from the reference; empty where it does not. */
  String difference() {
    Records expected = byReference();
    String difference = difference("all at once", expected, byEngineAtOnce());
    return difference.isEmpty() ? difference("in parts", expected, byEngineInParts()) : difference;
  }

  /** The fewest events and documents, taken away one by one, with which there still is a difference. */
  Sample smallest() {
    for (int index = 0; index < events.size(); index++) {
      List<CustomerEvent> fewer = new ArrayList<>(events);
      fewer.remove(index);
      Sample candidate = new Sample(seed, documents, fewer, asOf);
      if (!candidate.difference().isEmpty()) {
        return candidate.smallest();
      }
    }
    for (int index = 0; documents.size() > 1 && index < documents.size(); index++) {
      List<CheckedScenario> fewer = new ArrayList<>(documents);
      fewer.remove(index);
      Sample candidate = new Sample(seed, fewer, events, asOf);
      if (!candidate.difference().isEmpty()) {
        return candidate.smallest();
      }
    }
    return this;
  }

  private List<CompiledScenario> compiled() {
    return documents.stream().map(ScenarioCompiler::compile).toList();
  }

  private static List<Scenario> scenarios(List<CheckedScenario> documents) {
    return documents.stream().map(CheckedScenario::scenario).toList();
  }

  private static Records reference(
      List<CheckedScenario> documents, List<CustomerEvent> events, long asOf) {
    return ReferenceInterpreter.replay(scenarios(documents), events, asOf);
  }

  private static String difference(String way, Records expected, Records found) {
    String actions = difference("actions", expected.actions(), found.actions());
    String trace = difference("trace", expected.trace(), found.trace());
    String counts =
        expected.counts().equals(found.counts())
            ? ""
            : "counts by the reference " + expected.counts() + ", by the engine " + found.counts();
    return (actions + trace + counts).isEmpty() ? "" : way + "\n" + trace + actions + counts;
  }

  private static String difference(String what, List<ObjectNode> expected, List<ObjectNode> found) {
    List<String> wanted = expected.stream().map(record -> sorted(record).toString()).toList();
    List<String> got = found.stream().map(record -> sorted(record).toString()).toList();
    if (wanted.equals(got)) {
      return "";
    }
    int same = 0;
    while (same < Math.min(wanted.size(), got.size()) && wanted.get(same).equals(got.get(same))) {
      same++;
    }
    return String.join(
        "\n",
        what + ", the first " + same + " equal, then by the reference:",
        String.join("\n", wanted.subList(same, wanted.size())),
        "by the engine:",
        String.join("\n", got.subList(same, got.size())),
        "");
  }

  /** With the keys of objects in order, in which records are compared. */
  private static JsonNode sorted(JsonNode value) {
    if (value.isObject()) {
      TreeMap<String, JsonNode> members = new TreeMap<>();
      value.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
      ObjectNode object = Json.object();
      members.forEach(object::set);
      return object;
    }
    if (value.isArray()) {
      ArrayNode list = Json.MAPPER.createArrayNode();
      value.forEach(element -> list.add(sorted(element)));
      return list;
    }
    return value;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("seed " + seed + ", as of " + asOf + "\n");
    documents.forEach(document -> text.append(document.source().text()).append('\n'));
    events.forEach(event -> text.append(event).append('\n'));
    return text.toString();
  }
}
