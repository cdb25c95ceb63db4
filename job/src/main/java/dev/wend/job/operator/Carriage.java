package dev.wend.job.operator;

import dev.wend.event.CustomerEvent;
import dev.wend.job.journey.Count;
import dev.wend.job.journey.Customer;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.PendingEvents;
import dev.wend.job.journey.Timeline;
import dev.wend.job.operator.DeployedScenarios.Change;
import dev.wend.job.operator.WaitingRoom.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a customer out of state, carries it, and puts it back, with a timer for what is due next. */
final class Carriage {
  private static final Logger LOG = LoggerFactory.getLogger(Carriage.class);

  private final Kept kept;
  private final DeployedScenarios scenarios;
  private final OperatorOutput records;
  private final Horizons horizons;
  private final int maxParallelism;
  private Timeline timeline;
  private long horizon = Long.MAX_VALUE;

  /** Where customers and their events are kept. */
  record Kept(KnownCustomers customers, WaitingRoom room, SpilledEvents spilled) {}

  /**
   * How long customers are remembered, in event time.
   *
   * @param dedup how long a message id stays taken
   * @param profile how long a customer in whom nothing waits is kept after its last event
   */
  record Horizons(Duration dedup, Duration profile) {}

  /**
   * A carriage for any number of customers.
   *
   * @param maxParallelism of the job, by which customers are told apart into key groups
   */
  Carriage(
      Kept kept,
      DeployedScenarios scenarios,
      OperatorOutput records,
      Horizons horizons,
      int maxParallelism) {
    this.kept = kept;
    this.scenarios = scenarios;
    this.records = records;
    this.horizons = horizons;
    this.maxParallelism = maxParallelism;
    renew();
  }

  /** Nothing fires beyond {@code timestamp}, epoch milliseconds. */
  void endAt(long timestamp) {
    horizon = timestamp;
  }

  /** Up to where a watermark makes something due, epoch milliseconds. */
  long end(long watermark) {
    return Math.min(watermark, horizon);
  }

  /** Lets go of what was compiled for scenarios that are gone. */
  void renew() {
    timeline = new Timeline(scenarios, records, horizons.dedup(), horizons.profile());
  }

  /**
   * Carries the customer.
   *
   * @param pause asked between steps; where it says yes the rest is left in the room, or for a timer that is due
   * @param visited told of the customer as it is put back
   */
  void carry(Waiting waiting, Reach reach, BooleanSupplier pause, Consumer<CustomerState> visited)
      throws Exception {
    long begun = System.nanoTime();
    Optional<CustomerState> known = kept.customers().find(waiting.customerId());
    List<CustomerEvent> spilled = kept.spilled().moveInto(kept.room(), waiting, reach.passed());
    if (known.isEmpty() && waiting.events().size() == 0 && reach.fired() != Instance.NEVER) {
      return;
    }
    CustomerState state = known.orElseGet(() -> CustomerState.of(waiting.customerId()));
    Steps steps = new Steps(pause, begun);
    int partialMatches = state.customer().partialMatchCount();
    boolean done;
    try {
      takeDeployments(state, waiting.events());
      done =
          timeline.carry(state.customer(), waiting.events(), end(reach.until()), steps::isEnough);
    } catch (RuntimeException bug) {
      visited.accept(state);
      setAside(waiting, reach.until(), bug);
      return;
    }
    boolean changed =
        records.commit()
            || steps.any()
            || state.deployed() != scenarios.number()
            || state.customer().partialMatchCount() != partialMatches;
    kept.room().settle(waiting);
    kept.spilled().deleteTimers(spilled, reach);
    boolean gone = done && waiting.events().size() == 0 && state.customer().isEmpty();
    CustomerState carried = state.withDeployed(scenarios.number());
    if (!gone) {
      long wanted = timerFor(timeline.nextCarriage(state.customer()));
      kept.customers().keep(carried, known.isEmpty() || changed, wanted, reach);
    } else if (known.isPresent()) {
      kept.customers().forget(carried, reach);
    }
    visited.accept(carried);
  }

  /** Lets its customer's profile take what may still change it although it is late. */
  void takeLate(CustomerEvent event) throws Exception {
    Optional<CustomerState> known = kept.customers().find(event.customerId());
    if (known.isPresent()) {
      Customer customer = known.get().customer();
      customer.setProfile(customer.profile().afterLate(event));
      kept.customers().keep(known.get());
    }
  }

  /** Who has not taken a change is first carried to it by what ran before. */
  private void takeDeployments(CustomerState state, PendingEvents events) {
    List<Change> untaken = scenarios.since(state.deployed());
    if (untaken.isEmpty()) {
      return;
    }
    try {
      for (Change change : untaken) {
        long at = CarriedMarks.of(change.at(), state.customer().id(), maxParallelism);
        scenarios.use(change.before());
        timeline.carry(state.customer(), events, at, () -> false);
        scenarios.use(change.after());
        timeline.deploy(state.customer(), change.deployment(), at);
      }
    } finally {
      scenarios.useLatest();
    }
  }

  /** A failure stays with its customer, whose state is left as it was; the events that were due are told. */
  private void setAside(Waiting waiting, long until, RuntimeException bug) throws Exception {
    LOG.error("The timeline of a customer failed; its events up to {} are set aside", until, bug);
    records.discard();
    records.count(Count.FAILED);
    renew();
    PendingEvents events = waiting.events();
    events.putBack();
    events.takeUpTo(until);
    for (CustomerEvent event : events.taken()) {
      records.count(Count.SET_ASIDE);
      records.failed(FailedEvents.of(event, bug), event.timestamp());
    }
    records.commit();
    if (events.taken().isEmpty()) {
      records.failed(FailedEvents.without(waiting.customerId(), bug), until);
    }
    kept.room().settle(waiting);
  }

  /** Beyond the end of the clock nothing fires, so nothing need be set. */
  private long timerFor(long moment) {
    return moment <= horizon ? moment : Instance.NEVER;
  }
}
