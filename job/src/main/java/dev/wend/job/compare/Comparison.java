package dev.wend.job.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.compile.CompiledScenario;
import dev.wend.event.Json;
import dev.wend.job.compare.Tallies.What;
import dev.wend.job.journey.Count;
import dev.wend.job.operator.ScenarioSource;
import dev.wend.job.replay.InputCount;
import dev.wend.job.replay.Selection;
import dev.wend.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of a comparison. */
public final class Comparison {
  private final ObjectNode input = Json.object();
  private final Counts counts;
  private final List<ScenarioComparison> scenarios;

  /** Of a plan, and the counts of the job that carried it out. */
  Comparison(ComparePlan plan, Map<String, Object> results) {
    counts = Counts.of(results);
    input.put("files", plan.history().files().size());
    for (InputCount count : InputCount.values()) {
      input.put(count.id(), results.get(count.id()) instanceof Long number ? number : 0);
    }
    for (Count count : List.of(Count.IRRELEVANT, Count.FAILED, Count.SET_ASIDE)) {
      input.put(count.id(), results.get(count.id()) instanceof Long number ? number : 0);
    }
    for (Selection.Criterion criterion : plan.history().selection().criteria()) {
      String name = criterion.count();
      input.put(name, results.get(name) instanceof Long number ? number : 0);
    }
    scenarios =
        plan.pairing().pairs().stream()
            .map(
                pair ->
                    new ScenarioComparison(
                        pair.name(),
                        find(plan.first(), pair.first()),
                        find(plan.second(), pair.second()),
                        counts))
            .toList();
  }

  private static Optional<Scenario> find(ScenarioSource source, String id) {
    return source.load().stream()
        .map(CompiledScenario::scenario)
        .filter(scenario -> scenario.id().equals(id))
        .findFirst();
  }

  /** In the order of the one set, then those that only the other has. */
  List<ScenarioComparison> scenarios() {
    return scenarios;
  }

  /** A count of the input, 0 where it was not noted. */
  public long input(String name) {
    return input.path(name).asLong();
  }

  /** Customers of whom either side wrote anything. */
  public long customers() {
    return counts.of(What.CUSTOMERS);
  }

  /** Customers for whom the sides do not do the same. */
  public long differentCustomers() {
    return counts.of(What.DIFFERENT_CUSTOMERS);
  }

  /** As it stands in {@code compare.json}: the same history gives the same bytes. */
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.set("input", input);
    json.putObject("customers")
        .put("same", customers() - differentCustomers())
        .put("differ", differentCustomers());
    ArrayNode all = json.putArray("scenarios");
    scenarios.forEach(scenario -> all.add(scenario.toJson()));
    return json;
  }
}
