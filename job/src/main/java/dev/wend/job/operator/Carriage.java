package dev.wend.job.operator;

import dev.wend.event.CustomerEvent;
import dev.wend.job.journey.Count;
import dev.wend.job.journey.Customer;
import dev.wend.job.journey.Instance;
import dev.wend.job.journey.PendingEvents;
import dev.wend.job.journey.Timeline;
import dev.wend.job.operator.DeployedScenarios.Change;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the current customer out of state, carries it, and puts it back with one timer for what is due next. */
final class Carriage {
  private static final Logger LOG = LoggerFactory.getLogger(Carriage.class);
  private static final int WORTHWHILE = 4;

  private final Kept kept;
  private final DeployedScenarios scenarios;
  private final OperatorOutput records;
  private final Horizons horizons;
  private final int maxParallelism;
  private Timeline timeline;
  private long horizon = Long.MAX_VALUE;

  /**
   * Where customers are kept.
   *
   * @param live whether what is read is the very object that is kept, so that a failure must not leave it changed
   */
  record Kept(
      ValueState<CustomerState> customers,
      boolean live,
      ListState<CustomerEvent> pending,
      InternalTimerService<VoidNamespace> timers) {}

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

  /** Lets go of what was compiled for scenarios that are gone. */
  void renew() {
    timeline = new Timeline(scenarios, records, horizons.dedup(), horizons.profile());
  }

  /**
   * Carries the customer to {@code until}, epoch milliseconds.
   *
   * @param fired the timer by which it is carried, {@link Instance#NEVER} for none
   * @param pause asked between steps; where it says yes the rest is left for the same timer once more
   * @param visited told of the customer as it is put back
   */
  void carry(
      String customerId,
      long fired,
      long until,
      BooleanSupplier pause,
      Consumer<CustomerState> visited)
      throws Exception {
    long begun = System.nanoTime();
    CustomerState state = read(customerId);
    List<CustomerEvent> waiting = pendingEvents();
    PendingEvents events = new PendingEvents(waiting);
    BooleanSupplier worthwhile = worthwhile(pause, begun);
    boolean done;
    try {
      takeDeployments(state, events);
      done = timeline.carry(state.customer(), events, Math.min(until, horizon), worthwhile);
    } catch (RuntimeException bug) {
      visited.accept(state);
      setAside(customerId, waiting, until, bug);
      return;
    }
    records.commit();
    if (events.size() < waiting.size()) {
      deleteTimers(waiting, fired, events.nextTimestamp());
      keep(events);
    }
    visited.accept(keep(state.customer(), new Timers(state.timer(), fired), done, events));
  }

  private CustomerState read(String customerId) throws IOException {
    CustomerState known = kept.customers().value();
    if (known == null) {
      return CustomerState.of(customerId);
    }
    CustomerState own = kept.live() ? CustomerState.Serializer.INSTANCE.copy(known) : known;
    return own.ofKey(customerId);
  }

  /** A customer is not left before it was carried for several times as long as it took to read. */
  private static BooleanSupplier worthwhile(BooleanSupplier pause, long begun) {
    long read = System.nanoTime();
    long earliest = read + WORTHWHILE * (read - begun);
    return () -> pause.getAsBoolean() && System.nanoTime() - earliest >= 0;
  }

  /** Lets the current customer's profile take what may still change it although it is late. */
  void takeLate(CustomerEvent event) throws Exception {
    CustomerState known = kept.customers().value();
    if (known != null) {
      Customer customer = known.customer();
      customer.setProfile(customer.profile().afterLate(event));
      kept.customers().update(known);
    }
  }

  /** Who has not taken a change is first carried to it by what ran before. */
  private void takeDeployments(CustomerState state, PendingEvents events) {
    try {
      for (Change change : scenarios.since(state.deployed())) {
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

  private List<CustomerEvent> pendingEvents() throws Exception {
    List<CustomerEvent> events = new ArrayList<>();
    Iterable<CustomerEvent> waiting = kept.pending().get();
    if (waiting != null) {
      waiting.forEach(events::add);
    }
    return events;
  }

  /** A failure stays with its customer, whose state is left as it was; the events that were due are told. */
  private void setAside(
      String customerId, List<CustomerEvent> waiting, long until, RuntimeException bug)
      throws Exception {
    LOG.error("The timeline of a customer failed; its events up to {} are set aside", until, bug);
    records.discard();
    records.count(Count.FAILED);
    renew();
    List<CustomerEvent> left = new ArrayList<>();
    for (CustomerEvent event : waiting) {
      if (event.timestamp() > until) {
        left.add(event);
      } else {
        records.count(Count.SET_ASIDE);
        records.failed(FailedEvents.of(event, bug), event.timestamp());
      }
    }
    records.commit();
    if (left.size() == waiting.size()) {
      records.failed(FailedEvents.without(customerId, bug), until);
    }
    keep(new PendingEvents(left));
  }

  /** Of the events that were taken; otherwise each of them would have the customer read once more for nothing. */
  private void deleteTimers(List<CustomerEvent> events, long fired, long nextTimestamp) {
    for (CustomerEvent event : events) {
      if (event.timestamp() < nextTimestamp && event.timestamp() != fired) {
        kept.timers().deleteEventTimeTimer(VoidNamespace.INSTANCE, event.timestamp());
      }
    }
  }

  private void keep(PendingEvents events) throws Exception {
    if (events.size() == 0) {
      kept.pending().clear();
    } else {
      kept.pending().update(events.remaining());
    }
  }

  /**
   * The timers of a customer.
   *
   * @param set the one for what was due next
   * @param fired the one that has fired now
   */
  private record Timers(long set, long fired) {}

  private CustomerState keep(Customer customer, Timers timers, boolean done, PendingEvents events)
      throws Exception {
    long next = done ? timerFor(timeline.nextCarriage(customer)) : timers.fired();
    if (timers.set() != timers.fired() && timers.set() != next && !events.hasAny(timers.set())) {
      kept.timers().deleteEventTimeTimer(VoidNamespace.INSTANCE, timers.set());
    }
    if (next != Instance.NEVER) {
      kept.timers().registerEventTimeTimer(VoidNamespace.INSTANCE, next);
    }
    CustomerState state = new CustomerState(customer, next, scenarios.number());
    if (done && events.size() == 0 && customer.isEmpty()) {
      kept.customers().clear();
    } else {
      kept.customers().update(state);
    }
    return state;
  }

  /** Beyond the end of the clock nothing fires, so nothing need be set. */
  private long timerFor(long moment) {
    return moment <= horizon ? moment : Instance.NEVER;
  }
}
