package dev.wend.job.deployment;

import dev.wend.check.CheckResult;
import dev.wend.check.ScenarioChecker;
import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.event.Json;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.event.Utf8Order;
import dev.wend.job.deployment.LedgerEntry.Version;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.ScenarioDocument;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.Scenario.Status;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which scenarios run, and the rules by which requests change that (SEMANTICS.md section 6, "Live"): a document with errors
 * never replaces one that runs, a version that is not above the running one is refused unless it is identical, and what the
 * control topic says beats the files.
 */
final class Ledger {
  private final SortedMap<String, LedgerEntry> entries = new TreeMap<>(Utf8Order.INSTANCE);
  private final Set<String> inFiles = new HashSet<>();

  /**
   * Begins with nothing.
   *
   * @param files without errors, of which a stop is remembered also where they do not run yet
   */
  Ledger(List<ScenarioDocument> files) {
    files.forEach(file -> inFiles.add(scenario(file).id()));
  }

  /** Goes on from what was written down before. */
  static Ledger of(Collection<LedgerEntry> entries, List<ScenarioDocument> files) {
    Ledger ledger = new Ledger(files);
    entries.forEach(entry -> ledger.entries.put(entry.scenarioId(), entry));
    return ledger;
  }

  /** All that is written down, in the order of ids. */
  List<LedgerEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** Takes a document of a file, which has no errors. */
  Decision offer(ScenarioDocument file) {
    Scenario scenario = scenario(file);
    LedgerEntry entry = entry(scenario.id());
    if (entry.byTopic()) {
      boolean runs =
          entry.running().filter(running -> isSame(running.document(), file)).isPresent();
      return Decision.none(
          answer(StatusKind.UNCHANGED, scenario, file.name())
              .because(
                  runs
                      ? "the very same document runs"
                      : "what the control topic says of a scenario beats its file"));
    }
    return offer(scenario, file, false);
  }

  /** Takes a message of the control topic, which may hold anything. */
  Decision offer(ControlMessage message) {
    String request = message.request();
    if (message.key().isEmpty()) {
      return Decision.none(
          Answers.refusal(
              Optional.empty(), request, "a message needs the id of its scenario as its key"));
    }
    String key = message.key().get();
    if (message.document().isEmpty()) {
      return stop(key, request, OptionalLong.empty(), true);
    }
    ScenarioDocument document = new ScenarioDocument(request, message.document().get());
    CheckResult checked = checked(document);
    if (checked.scenario().isEmpty()) {
      return Decision.none(Answers.errors(key, request, checked.issues()));
    }
    Scenario scenario = checked.scenario().get().scenario();
    if (!scenario.id().equals(key)) {
      return Decision.none(
          Answers.refusal(
              Optional.of(key), request, "its key is not the id '" + scenario.id() + "' in it"));
    }
    return offer(scenario, document, true);
  }

  private Decision offer(Scenario scenario, ScenarioDocument document, boolean byTopic) {
    if (scenario.status() != Status.ACTIVE) {
      OptionalLong version = OptionalLong.of(scenario.version());
      return stop(scenario.id(), document.name(), version, byTopic);
    }
    Optional<Version> running = entry(scenario.id()).running();
    if (running.isPresent() && running.get().number() >= scenario.version()) {
      return notAbove(scenario, document, running.get(), byTopic);
    }
    write(scenario.id(), Optional.of(new Version(document, scenario.version())), byTopic);
    return new Decision(
        answer(StatusKind.ACCEPTED, scenario, document.name()),
        Optional.of(new Control.Deploy(document)));
  }

  private Decision notAbove(
      Scenario scenario, ScenarioDocument document, Version running, boolean byTopic) {
    if (!isSame(running.document(), document)) {
      return Decision.none(
          answer(StatusKind.REFUSED, scenario, document.name())
              .because("version " + running.number() + " runs; a change needs a version above it"));
    }
    write(scenario.id(), Optional.of(running), byTopic);
    return Decision.none(
        answer(StatusKind.UNCHANGED, scenario, document.name())
            .because("the very same document runs"));
  }

  private Decision stop(String scenarioId, String request, OptionalLong version, boolean byTopic) {
    Optional<Version> running = entry(scenarioId).running();
    if (entries.containsKey(scenarioId) || inFiles.contains(scenarioId)) {
      write(scenarioId, Optional.empty(), byTopic);
    }
    return running
        .map(
            stopped ->
                new Decision(
                    StatusRecord.of(
                        StatusKind.ACCEPTED,
                        scenarioId,
                        OptionalLong.of(stopped.number()),
                        request),
                    Optional.of(new Control.Stop(scenarioId, request))))
        .orElseGet(
            () ->
                Decision.none(
                    StatusRecord.of(StatusKind.UNCHANGED, scenarioId, version, request)
                        .because("it does not run")));
  }

  private LedgerEntry entry(String scenarioId) {
    return entries.getOrDefault(scenarioId, new LedgerEntry(scenarioId, Optional.empty(), false));
  }

  private void write(String scenarioId, Optional<Version> running, boolean byTopic) {
    entries.put(scenarioId, new LedgerEntry(scenarioId, running, byTopic));
  }

  private static StatusRecord answer(StatusKind kind, Scenario scenario, String request) {
    return StatusRecord.of(kind, scenario.id(), OptionalLong.of(scenario.version()), request);
  }

  private static Scenario scenario(ScenarioDocument file) {
    return checked(file).scenario().orElseThrow().scenario();
  }

  private static CheckResult checked(ScenarioDocument document) {
    return ScenarioChecker.check(document.name(), document.text());
  }

  /** Whether two documents without errors say the same, however they are laid out. */
  private static boolean isSame(ScenarioDocument one, ScenarioDocument other) {
    return one.text().equals(other.text())
        || Json.read(one.text().getBytes(StandardCharsets.UTF_8))
            .equals(Json.read(other.text().getBytes(StandardCharsets.UTF_8)));
  }
}
