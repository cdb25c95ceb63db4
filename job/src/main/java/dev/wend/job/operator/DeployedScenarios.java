package dev.wend.job.operator;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.CompiledScenario.Version;
import dev.wend.event.CustomerEvent;
import dev.wend.job.journey.Deployment;
import dev.wend.job.journey.ScenarioRegistry;
import dev.wend.job.operator.Versions.Deployed;
import dev.wend.scenario.Scenario.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scenarios of a subtask as they come and go while it runs (SEMANTICS.md section 6, "Live"). Changes are numbered; each
 * customer takes them in order, with what ran before and after each, and those that all have taken are forgotten.
 */
final class DeployedScenarios implements ScenarioRegistry {
  private final ScenarioSource source;
  private Versions base;
  private long forgotten;
  private final List<Change> changes = new ArrayList<>();
  private ScenarioRegistry used;

  /**
   * A change that some customers have not taken yet.
   *
   * @param number counts from 1
   * @param control what was asked for
   * @param at up to where customers were carried when it came
   */
  record Change(
      long number,
      Control control,
      Deployment deployment,
      Versions before,
      Versions after,
      List<CarriedMarks.Mark> at) {}

  DeployedScenarios(ScenarioSource source) {
    this.source = source;
    base = new Versions(source.documents().stream().map(this::compiled).toList(), List.of());
    used = base.registry();
  }

  /**
   * Takes a change; nothing changes by a document whose version is not above the one that runs, nor by a stop of what does not
   * run.
   *
   * @throws RuntimeException if the document cannot be compiled, so that nothing has changed
   */
  Optional<Change> apply(Control control, List<CarriedMarks.Mark> at) {
    return apply(control, number() + 1, at);
  }

  /** The number of the last change; 0 before the first. */
  long number() {
    return changes.isEmpty() ? forgotten : changes.get(changes.size() - 1).number();
  }

  /** The changes that a customer has not taken who has taken those up to {@code number}. */
  List<Change> since(long number) {
    return changes.isEmpty()
        ? List.of()
        : changes.stream().filter(change -> change.number() > number).toList();
  }

  /** Answers with what ran before or after some change. */
  void use(Versions versions) {
    used = versions.registry();
  }

  /** Answers with what runs now. */
  void useLatest() {
    use(latest());
  }

  /** Forgets the changes up to {@code number}, and versions that ran before them, but those in flight. */
  void forget(long number, Set<Version> inFlight) {
    List<Change> left = since(number);
    base = (left.isEmpty() ? latest() : left.get(0).before()).retaining(inFlight);
    forgotten = number;
    rebuild(left);
  }

  /** Puts back what subtasks kept. */
  void restore(Collection<KeptScenarios> kept) {
    KeptScenarios.merge(kept)
        .ifPresent(
            merged -> {
              base = new Versions(compiled(merged.running()), compiled(merged.retained()));
              forgotten = merged.forgotten();
              changes.clear();
              merged
                  .changes()
                  .forEach(change -> apply(change.control(), change.number(), change.marks()));
              useLatest();
            });
  }

  KeptScenarios toKeep() {
    return new KeptScenarios(
        forgotten,
        base.running().stream().map(Deployed::document).toList(),
        base.retained().stream().map(Deployed::document).toList(),
        changes.stream()
            .map(change -> new KeptScenarios.Change(change.number(), change.control(), change.at()))
            .toList());
  }

  @Override
  public List<CompiledScenario> running() {
    return used.running();
  }

  @Override
  public boolean concerns(CustomerEvent event) {
    return used.concerns(event);
  }

  @Override
  public boolean concerns(Version version, CustomerEvent event) {
    return used.concerns(version, event);
  }

  @Override
  public CompiledScenario version(Version version) {
    return used.version(version);
  }

  private void rebuild(List<Change> left) {
    changes.clear();
    for (Change change : left) {
      Versions before = latest();
      Versions after =
          change.deployment() instanceof Deployment.Stopped stopped
              ? before.without(stopped.scenario().scenario().id())
              : before.with(find(change.after(), change.deployment().scenario()));
      changes.add(
          new Change(
              change.number(), change.control(), change.deployment(), before, after, change.at()));
    }
    useLatest();
  }

  private static Deployed find(Versions versions, CompiledScenario scenario) {
    return versions.running().stream()
        .filter(deployed -> deployed.scenario().version().equals(scenario.version()))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Change> apply(Control control, long number, List<CarriedMarks.Mark> at) {
    Optional<Change> change =
        control instanceof Control.Deploy deploy
            ? deploy(compiled(deploy.document()), control, number, at)
            : stop(((Control.Stop) control).scenarioId(), control, number, at);
    change.ifPresent(
        made -> {
          changes.add(made);
          use(made.after());
        });
    return change;
  }

  private Optional<Change> deploy(
      Deployed deployed, Control control, long number, List<CarriedMarks.Mark> at) {
    if (deployed.scenario().scenario().status() != Status.ACTIVE) {
      return stop(deployed.id(), control, number, at);
    }
    CompiledScenario scenario = deployed.scenario();
    Optional<CompiledScenario> before = latest().find(deployed.id());
    if (before
        .filter(running -> running.version().number() >= scenario.version().number())
        .isPresent()) {
      return Optional.empty();
    }
    Deployment deployment =
        before
            .<Deployment>map(running -> new Deployment.Updated(running, scenario))
            .orElseGet(() -> new Deployment.Started(scenario));
    return Optional.of(
        new Change(number, control, deployment, latest(), latest().with(deployed), at));
  }

  private Optional<Change> stop(
      String scenarioId, Control control, long number, List<CarriedMarks.Mark> at) {
    return latest()
        .find(scenarioId)
        .map(
            running ->
                new Change(
                    number,
                    control,
                    new Deployment.Stopped(running),
                    latest(),
                    latest().without(scenarioId),
                    at));
  }

  /** What runs now, whatever some customers have not taken yet. */
  Versions latest() {
    return changes.isEmpty() ? base : changes.get(changes.size() - 1).after();
  }

  private Deployed compiled(ScenarioDocument document) {
    return new Deployed(document, source.compile(document));
  }

  private List<Deployed> compiled(List<ScenarioDocument> documents) {
    return documents.stream().map(this::compiled).toList();
  }
}
