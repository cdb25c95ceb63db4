package dev.wend.job.compare;

import dev.wend.compile.CompiledScenario;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.TraceRecord;
import dev.wend.job.journey.Count;
import dev.wend.job.journey.Customer;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.JourneyOutput;
import dev.wend.job.journey.PendingEvents;
import dev.wend.job.journey.RunningScenarios;
import dev.wend.job.journey.Timeline;
import dev.wend.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scenarios of one side, run for one customer after the other. */
final class SideRun implements JourneyOutput {
  private final Side side;
  private final Pairing pairing;
  private final Timeline timeline;
  private final Map<String, Scenario> scenarios = new HashMap<>();
  private final List<String> erased = new ArrayList<>();
  private Journeys journeys;

  SideRun(
      Side side, Collection<CompiledScenario> scenarios, Pairing pairing, Duration dedupHorizon) {
    this.side = side;
    this.pairing = pairing;
    for (CompiledScenario compiled : scenarios) {
      Scenario scenario = compiled.scenario();
      this.scenarios.put(pairing.of(side, scenario.id()).name(), scenario);
    }
    timeline = new Timeline(new RunningScenarios(scenarios), this, dedupHorizon);
    journeys = new Journeys(side, pairing, new KnownEvents(List.of()));
  }

  /**
   * The journeys of a customer.
   *
   * @param until where the clock ends, epoch milliseconds, inclusive
   */
  Map<Journey.Key, Journey> run(
      String customerId, Collection<CustomerEvent> events, KnownEvents known, long until) {
    journeys = new Journeys(side, pairing, known);
    erased.clear();
    Customer customer = new Customer(customerId);
    timeline.carry(customer, new PendingEvents(events), until, () -> false);
    for (Instance instance : customer.instances()) {
      Instance.Origin origin = instance.origin();
      journeys
          .of(origin.version().scenarioId(), origin.entered(), origin.messageId())
          .waitsAt(new Journey.Waiting(instance.waiting().nodeId(), instance.waiting().since()));
    }
    journeys.byKey().values().forEach(this::follow);
    return journeys.byKey();
  }

  /** An erasure is of no scenario. */
  private void follow(Journey journey) {
    Optional.ofNullable(scenarios.get(journey.key().scenario()))
        .ifPresent(scenario -> journey.went(Walk.of(scenario, journey)));
  }

  /** The scenarios of instances that were gone with the latest customer. */
  List<String> erased() {
    return erased;
  }

  @Override
  public void action(ActionRecord action) {
    journeys.add(action);
  }

  @Override
  public void trace(TraceRecord trace) {
    journeys.add(trace);
  }

  @Override
  public void erased(String scenarioId) {
    erased.add(pairing.of(side, scenarioId).name());
  }

  @Override
  public void count(Count what) {
    // What becomes of events is told by a replay.
  }
}
