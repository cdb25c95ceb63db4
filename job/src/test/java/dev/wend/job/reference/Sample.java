package dev.wend.job.reference;

import dev.wend.check.CheckedScenario;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.event.CustomerEvent;
import dev.wend.job.reference.ReferenceInterpreter.Replayed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Scenarios and a history, drawn from a seed.
 *
 * @param refused how many documents were drawn that did not pass the checks
 * @param asOf where the clock ends, epoch milliseconds
 * @param expected what the reference makes of them
 */
record Sample(
    long seed,
    List<CheckedScenario> documents,
    int refused,
    List<CustomerEvent> events,
    long asOf,
    Replayed expected) {
  private static final long DAY = 24 * 6 * Words.GRID;

  /** No more where profile actions can let a customer enter again and again. */
  private static final long HOURS = 30 * Words.GRID;

  static Sample of(long seed) {
    Chance chance = new Chance(seed);
    Season season = chance.of(Season.values());
    Set<Feature> features = chance.some(EnumSet.allOf(Feature.class));
    boolean mayGoRound = features.contains(Feature.PROFILE_ACTION);
    List<String> kinds = new ArrayList<>(Words.KINDS);
    chance.shuffle(kinds);
    kinds = new ArrayList<>(kinds.subList(0, chance.between(2, 5)));
    RandomScenarios scenarios = new RandomScenarios(chance, season, features, kinds);
    List<CheckedScenario> documents = scenarios.next();
    RandomHistory history = new RandomHistory(chance, season, kinds);
    List<CustomerEvent> events =
        new ArrayList<>(history.next(mayGoRound ? HOURS : chance.of(HOURS, DAY)));
    long last = events.stream().mapToLong(CustomerEvent::timestamp).max().orElseThrow();
    long asOf = last + (mayGoRound ? chance.of(0L, HOURS) : chance.of(-1L, 0L, DAY, 800 * DAY));
    events.addAll(history.answers(reference(documents, events, asOf).records().actions()));
    return with(seed, documents, scenarios.refused(), events, asOf);
  }

  /** With the clock ending before a customer takes too many steps, so that no sample takes long. */
  private static Sample with(
      long seed,
      List<CheckedScenario> documents,
      int refused,
      List<CustomerEvent> events,
      long asOf) {
    Replayed expected = reference(documents, events, asOf);
    return expected.reached() < asOf
        ? with(seed, documents, refused, events, expected.reached())
        : new Sample(seed, documents, refused, events, asOf, expected);
  }

  /** Where the engine's timeline differs from the reference; empty where it does not. */
  String difference() {
    List<CompiledScenario> compiled = compiled();
    String difference =
        Difference.of(
            "all at once",
            expected.records(),
            new EngineReplay(compiled, events, asOf).atOnce(asOf));
    return difference.isEmpty()
        ? Difference.of(
            "in parts",
            expected.records(),
            new EngineReplay(compiled, events, asOf).inParts(asOf, new Chance(seed)))
        : difference;
  }

  /** The fewest events and documents, taken away one by one, with which there still is a difference. */
  Sample smallest() {
    for (int index = 0; index < events.size(); index++) {
      List<CustomerEvent> fewer = new ArrayList<>(events);
      fewer.remove(index);
      Sample candidate = with(seed, documents, refused, fewer, asOf);
      if (!candidate.difference().isEmpty()) {
        return candidate.smallest();
      }
    }
    for (int index = 0; documents.size() > 1 && index < documents.size(); index++) {
      List<CheckedScenario> fewer = new ArrayList<>(documents);
      fewer.remove(index);
      Sample candidate = with(seed, fewer, refused, events, asOf);
      if (!candidate.difference().isEmpty()) {
        return candidate.smallest();
      }
    }
    return this;
  }

  List<CompiledScenario> compiled() {
    return documents.stream().map(ScenarioCompiler::compile).toList();
  }

  private static Replayed reference(
      List<CheckedScenario> documents, List<CustomerEvent> events, long asOf) {
    return ReferenceInterpreter.replay(
        documents.stream().map(CheckedScenario::scenario).toList(), events, asOf);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("seed " + seed + ", as of " + asOf + "\n");
    documents.forEach(document -> text.append(document.source().text()).append('\n'));
    events.forEach(event -> text.append(event).append('\n'));
    return text.toString();
  }
}
