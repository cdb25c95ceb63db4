package dev.wend.job.journey;

import dev.wend.compile.Branch;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.PatternInput;
import dev.wend.compile.Stage;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Profile;
import dev.wend.event.TraceKind;
import dev.wend.job.nfa.NfaHost;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * One customer's timeline (SEMANTICS.md section 5). A step is a deadline of an instance, an internal event or an event from
 * outside; at one time they come in that order, and after each step one looks again from the first kind.
 */
public final class Timeline {
  /** The retention by which nobody is forgotten. */
  public static final Duration FOREVER = Duration.ofMillis(Instance.NEVER);

  private final ScenarioRegistry scenarios;
  private final JourneyOutput output;
  private final long dedupHorizon;
  private final ProfileRetention retention;
  private final StageHost stages;
  private final Records records;
  private final Walker walker;
  private final Entries entries;
  private final Deployments deployments;
  private final Occasions occasions;
  private final Clock clock;
  private final Candidates candidates = new Candidates();

  /**
   * A timeline for any number of customers, one at a time, that forgets none of them.
   *
   * @param dedupHorizon how long a message id stays taken, in event time
   */
  public Timeline(ScenarioRegistry scenarios, JourneyOutput output, Duration dedupHorizon) {
    this(scenarios, output, dedupHorizon, FOREVER);
  }

  /**
   * A timeline for any number of customers, one at a time.
   *
   * @param dedupHorizon how long a message id stays taken, in event time
   * @param profileRetention how long a customer in whom nothing waits is remembered, in event time since its last event
   */
  public Timeline(
      ScenarioRegistry scenarios,
      JourneyOutput output,
      Duration dedupHorizon,
      Duration profileRetention) {
    this.retention = new ProfileRetention(profileRetention);
    this.scenarios = scenarios;
    this.output = output;
    this.dedupHorizon = dedupHorizon.toMillis();
    NfaHost nfaHost = new NfaHost();
    this.stages = new StageHost(nfaHost);
    this.records = new Records(output);
    this.walker = new Walker(stages, new Actions(output, records), records);
    this.entries = new Entries(new Triggers(new PatternTriggers(nfaHost, output)), walker, records);
    this.deployments = new Deployments(scenarios, entries, records);
    this.occasions = new Occasions(scenarios);
    this.clock = new Clock(scenarios, occasions, entries);
  }

  /**
   * Takes the customer's steps up to {@code until}, inclusive.
   *
   * @param pending from which the events that are taken are removed
   * @param until epoch milliseconds
   * @param pause asked between steps; where it says yes the rest is left for another call
   * @return whether nothing is left up to {@code until}
   */
  public boolean carry(
      Customer customer, PendingEvents pending, long until, BooleanSupplier pause) {
    while (true) {
      forgetSilent(customer, Math.min(until, pending.nextTimestamp()));
      long byClock = clock.isDone() ? clock.next(customer) : customer.carriedTo();
      long next =
          clock.isDone()
              ? Math.min(byClock, Math.min(customer.nextDeadline(), pending.nextTimestamp()))
              : byClock;
      if (next > until || next == Instance.NEVER) {
        customer.taken().forget(until, dedupHorizon);
        customer.forgetPartialMatches(until);
        return true;
      }
      clock.startOf(customer, next, byClock);
      step(customer, pending, next);
      takeInternal(customer);
      if (clock.isDone() && pause.getAsBoolean()) {
        return false;
      }
    }
  }

  /**
   * Takes a change of the running scenarios. What ran before must have carried the customer to {@code timestamp}; the registry
   * is that after the change, and knows the versions of instances in flight.
   *
   * @param timestamp epoch milliseconds, of all records that it causes
   */
  public void deploy(Customer customer, Deployment deployment, long timestamp) {
    customer.setCarriedTo(Math.max(customer.carriedTo(), timestamp));
    deployments.take(customer, deployment, customer.carriedTo());
    takeInternal(customer);
  }

  /**
   * When the customer is to be carried next, if no event comes before: when a deadline or a trigger by the clock is due,
   * when partial matches have left their window, when the customer is forgotten, or, where nothing else is kept, when the last
   * message id is free again.
   *
   * @return epoch milliseconds, {@link Instance#NEVER} where nothing will be due
   */
  public long nextCarriage(Customer customer) {
    return customer.isEmptyButForMessages()
        ? customer.taken().free(dedupHorizon)
        : Math.min(
            Math.min(customer.nextDeadline(), clock.next(customer)),
            Math.min(customer.partialMatchesForgotten(), retention.moment(customer)));
  }

  /** What comes later belongs to a fresh profile; a message id stays taken. */
  private void forgetSilent(Customer customer, long before) {
    if (clock.isDone() && retention.isDue(customer, before, () -> clock.next(customer))) {
      customer.erase();
      output.count(Count.FORGOTTEN);
    }
  }

  private void step(Customer customer, PendingEvents pending, long now) {
    if (customer.nextDeadline() <= now) {
      pass(customer, now);
    } else if (!clock.isDone()) {
      clock.fireNext(customer, now);
    } else {
      takeOutside(customer, pending.next());
    }
  }

  /** Internal events of a time come before what is left of it, but after the deadlines that they make due. */
  private void takeInternal(Customer customer) {
    while (!customer.internalEvents().isEmpty()) {
      long now = customer.internalEvents().getFirst().happened().event().timestamp();
      if (customer.nextDeadline() <= now) {
        pass(customer, now);
      } else if (!clock.isDone()) {
        clock.fireNext(customer, now);
      } else {
        InternalEvent internal = customer.internalEvents().removeFirst();
        Cause cause = Cause.by(internal.happened().event(), internal.cascade());
        findCandidates(customer, internal.happened().event());
        feed(customer, internal.happened(), cause);
      }
    }
  }

  /** The deadline that is due at {@code timestamp}, of the instance that entered first. */
  private void pass(Customer customer, long timestamp) {
    Instance due = firstDue(customer, timestamp);
    Cause cause = Cause.byClock(due.nextDeadline());
    JourneyContext context = new JourneyContext(customer, due, scenarios.version(due.version()));
    if (due.origin().expiry() <= due.waiting().deadline()) {
      records.trace(TraceKind.EXPIRED, customer, due, due.waiting().nodeId(), cause);
      customer.instances().remove(due);
      return;
    }
    Stage stage = stage(context.scenario(), due);
    Branch elapsed = stage.elapsed().filter(branch -> stages.elapsed(due, branch)).orElseThrow();
    Set<String> fulfilled = stages.fulfilled(due, stage);
    walker.take(context, elapsed, cause, fulfilled);
  }

  private static Instance firstDue(Customer customer, long timestamp) {
    for (Instance instance : customer.instances()) {
      if (instance.nextDeadline() <= timestamp) {
        return instance;
      }
    }
    throw new IllegalStateException("no deadline is due at " + timestamp);
  }

  private void takeOutside(Customer customer, CustomerEvent event) {
    findCandidates(customer, event);
    if (!candidates.areCertain() && !concerns(customer, event)) {
      output.count(Count.IRRELEVANT);
    } else if (event.isEcho()) {
      output.count(Count.ECHO);
    } else if (!customer.taken().take(event.messageId(), event.timestamp(), dedupHorizon)) {
      output.count(Count.DUPLICATE);
    } else {
      output.count(Count.APPLIED);
      customer.setLastEvent(event.timestamp());
      apply(customer, event);
    }
  }

  private void findCandidates(Customer customer, CustomerEvent event) {
    candidates.clear();
    occasions.events().find(customer, event, candidates);
  }

  /** Instances that finish on an old version go on with what that one asks for. */
  private boolean concerns(Customer customer, CustomerEvent event) {
    if (scenarios.concerns(event)) {
      return true;
    }
    for (Instance instance : customer.instances()) {
      if (scenarios.concerns(instance.version(), event)) {
        return true;
      }
    }
    return false;
  }

  private void apply(Customer customer, CustomerEvent event) {
    Cause cause = Cause.by(event, Cascade.root());
    if (event.kind() == EventKind.CUSTOMER_ERASED) {
      customer.instances().forEach(instance -> output.erased(instance.version().scenarioId()));
      customer.erase();
      records.erased(customer, cause);
      return;
    }
    Profile before = customer.profile();
    customer.setProfile(before.after(event));
    feed(customer, new ProfileEvent(event, before, customer.profile()), cause);
  }

  /**
   * Steps 4 and 5: first the instances in entry order, then the triggers of the scenarios in order of their ids. The candidates
   * are those of the event, since no step before the triggers changes them.
   */
  private void feed(Customer customer, ProfileEvent happened, Cause cause) {
    List<Instance> instances = customer.instances();
    int index = 0;
    while (index < instances.size()) {
      Instance instance = instances.get(index);
      observe(customer, instance, happened.event(), cause);
      boolean stayed = index < instances.size() && instances.get(index) == instance;
      index += stayed ? 1 : 0;
    }
    candidates.forEach(
        position -> entries.consider(customer, scenarios.running().get(position), happened, cause));
  }

  private void observe(Customer customer, Instance instance, CustomerEvent event, Cause cause) {
    CompiledScenario scenario = scenarios.version(instance.version());
    Stage stage = stage(scenario, instance);
    if (!stage.kinds().contains(event.kind())) {
      return;
    }
    JourneyContext context = new JourneyContext(customer, instance, scenario);
    if (Exits.ends(context, event)) {
      records.because(
          TraceKind.EXITED, customer, instance, stage.nodeId(), cause, event.kind().id());
      customer.instances().remove(instance);
    } else if (stage.attention() != Stage.Attention.SLEEPS) {
      stages
          .observe(instance, stage, new PatternInput.Observed(event, context))
          .ifPresent(branch -> walker.take(context, branch, event, cause));
    }
  }

  private static Stage stage(CompiledScenario scenario, Instance instance) {
    return (Stage) scenario.step(instance.waiting().nodeId());
  }
}
