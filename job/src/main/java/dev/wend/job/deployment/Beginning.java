package dev.wend.job.deployment;

import dev.wend.check.ScenarioChecker;
import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.event.Json;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.job.deployment.LedgerEntry.Version;
import dev.wend.job.operator.ScenarioDocument;
import dev.wend.job.operator.ScenarioSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a job that restores no state begins with: the documents of files, and what the control topic says by then, which beats
 * them. All of it runs from the first event (SEMANTICS.md section 6, "Live").
 */
public final class Beginning implements ScenarioSource {
  private static final long serialVersionUID = 1;

  private final ArrayList<ScenarioDocument> files;
  private final TreeMap<String, ScenarioDocument> running = new TreeMap<>();
  private final TreeMap<String, Boolean> byTopic = new TreeMap<>();
  private final ArrayList<byte[]> answers = new ArrayList<>();

  private Beginning(List<ScenarioDocument> files) {
    this.files = new ArrayList<>(files);
  }

  /**
   * Takes all that there is, in order.
   *
   * @param files without errors
   * @param messages of the control topic from its beginning
   */
  public static Beginning of(List<ScenarioDocument> files, List<ControlMessage> messages) {
    Ledger ledger = new Ledger(files);
    Map<String, StatusRecord> refusals = new LinkedHashMap<>();
    for (ControlMessage message : messages) {
      note(message.key().orElse(message.request()), ledger.offer(message).status(), refusals);
    }
    for (ScenarioDocument file : files) {
      note(file.name(), ledger.offer(file).status(), refusals);
    }
    Beginning beginning = new Beginning(files);
    ledger.entries().forEach(beginning::take);
    refusals.values().forEach(beginning::answer);
    return beginning;
  }

  /** Of several refusals about one thing the last is told, if it was not mended since. */
  private static void note(
      String subject, StatusRecord answer, Map<String, StatusRecord> refusals) {
    if (answer.kind() == StatusKind.REFUSED) {
      refusals.put(subject, answer);
    } else {
      refusals.remove(subject);
    }
  }

  private void take(LedgerEntry entry) {
    byTopic.put(entry.scenarioId(), entry.byTopic());
    entry
        .running()
        .ifPresent(
            version -> {
              running.put(entry.scenarioId(), version.document());
              answer(
                  StatusRecord.of(
                      StatusKind.RUNNING,
                      entry.scenarioId(),
                      OptionalLong.of(version.number()),
                      version.document().name()));
            });
  }

  private void answer(StatusRecord status) {
    answers.add(Json.bytes(status.toJson()));
  }

  /** The documents of files, which a restored job is offered again. */
  List<ScenarioDocument> files() {
    return files;
  }

  /** What there is to say when the job begins. */
  List<StatusRecord> answers() {
    return answers.stream()
        .map(answer -> StatusRecord.fromJson(Json.read(answer)).orElseThrow())
        .toList();
  }

  Ledger ledger() {
    Map<String, Optional<Version>> versions = new HashMap<>();
    running.forEach((id, document) -> versions.put(id, Optional.of(version(document))));
    return Ledger.of(
        byTopic.entrySet().stream()
            .map(
                known ->
                    new LedgerEntry(
                        known.getKey(),
                        versions.getOrDefault(known.getKey(), Optional.empty()),
                        known.getValue()))
            .toList(),
        files);
  }

  private static Version version(ScenarioDocument document) {
    return new Version(
        document,
        ScenarioChecker.check(document.name(), document.text())
            .scenario()
            .orElseThrow()
            .scenario()
            .version());
  }

  @Override
  public List<ScenarioDocument> documents() {
    return List.copyOf(running.values());
  }
}
