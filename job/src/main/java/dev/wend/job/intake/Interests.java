package dev.wend.job.intake;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.Relevance;
import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.ScenarioDocument;
import dev.wend.job.operator.ScenarioSource;
import dev.wend.scenario.Settings.OnUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which events concern some scenario, as deployments come and go. It lets too much pass rather than too little: what concerns
 * a version that was replaced passes as long as its instances may live; customers look again (SEMANTICS.md section 5, step 0).
 */
final class Interests {
  /** How far tasks may be apart when they take a deployment. */
  private static final Duration APART = Duration.ofHours(1);

  private final ScenarioSource source;
  private final Map<String, Known> running = new LinkedHashMap<>();
  private final List<Known> replaced = new ArrayList<>();
  private Relevance relevance;

  private record Known(CompiledScenario scenario, Interest interest) {
    String id() {
      return scenario.scenario().id();
    }

    Known with(Interest other) {
      return new Known(scenario, other);
    }
  }

  /** What runs from the first event on. */
  Interests(ScenarioSource source) {
    this.source = source;
    source.documents().forEach(document -> add(known(Interest.running(document, 0))));
    rebuild();
  }

  /** What was kept, instead. */
  void restore(Collection<Interest> kept) {
    running.clear();
    replaced.clear();
    kept.forEach(interest -> add(known(interest)));
    rebuild();
  }

  List<Interest> toKeep() {
    return all().map(Known::interest).toList();
  }

  /** Takes a change of the running scenarios. */
  void apply(Control control) {
    if (control instanceof Control.Deploy deploy) {
      deploy(deploy.document());
    } else if (control instanceof Control.Stop stop) {
      replace(stop.scenarioId(), 0);
    }
    rebuild();
  }

  boolean concerns(CustomerEvent event) {
    if (!replaced.isEmpty()) {
      forget(event.timestamp());
    }
    return relevance.concerns(event);
  }

  private void deploy(ScenarioDocument document) {
    CompiledScenario scenario = source.compile(document);
    Known old = running.get(scenario.scenario().id());
    long life = 0;
    if (old != null) {
      boolean finishes = scenario.scenario().settings().onUpdate() == OnUpdate.FINISH_OLD;
      life = replace(old.id(), finishes ? life(old) : 0);
    }
    Known added = new Known(scenario, Interest.running(document, life));
    running.put(added.id(), added);
    replaced.removeIf(
        known -> known.id().equals(added.id()) && Relevance.covers(scenario, known.scenario()));
  }

  private static long life(Known old) {
    return old.scenario().scenario().settings().maxDuration().toMillis();
  }

  /** How long what was replaced is still to be looked at. */
  private long replace(String scenarioId, long instancesLive) {
    Known old = running.remove(scenarioId);
    if (old == null) {
      return 0;
    }
    Interest interest = old.interest().replaced(instancesLive + APART.toMillis());
    replaced.add(old.with(interest));
    return interest.life();
  }

  /** A silent partition may be far behind, so the time since a change is that of the events that came since. */
  private void forget(long timestamp) {
    boolean over = false;
    for (int index = 0; index < replaced.size(); index++) {
      Known known = replaced.get(index);
      replaced.set(index, known.with(known.interest().begun(timestamp)));
      over |= known.interest().isOver(timestamp);
    }
    if (over) {
      replaced.removeIf(known -> known.interest().isOver(timestamp));
      rebuild();
    }
  }

  private void add(Known known) {
    if (known.interest().runs()) {
      running.put(known.id(), known);
    } else {
      replaced.add(known);
    }
  }

  private Known known(Interest interest) {
    return new Known(source.compile(interest.document()), interest);
  }

  private void rebuild() {
    relevance = Relevance.of(all().map(Known::scenario).toList());
  }

  private Stream<Known> all() {
    return Stream.concat(running.values().stream(), replaced.stream());
  }
}
