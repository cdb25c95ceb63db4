package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Section 5: looks for the next step of one customer, takes it, and looks again. */
final class PlainTimeline {
  private static final long DEDUP_HORIZON = 60 * 60 * 1000;
  private static final long VISIT_GAP = 30 * 60 * 1000;
  private static final int MOST_STEPS = 3_000;
  private static final int MOST_PARTIAL_MATCHES = 60;

  final List<Scenario> scenarios;
  final String customerId;
  final PlainOutput output;
  final List<PlainInstance> instances = new ArrayList<>();
  final List<PlainInternal> internal = new ArrayList<>();
  ObjectNode profile = PlainProfile.nothing();

  final List<CustomerEvent> outside;
  private final Map<String, Long> taken = new HashMap<>();
  private final PlainClock clock;
  private final PlainJourney journey;
  private final PlainEntries entries;
  private long now = Long.MIN_VALUE;
  private String former = "";
  private boolean tooManyPartialMatches;

  /**
   * One customer.
   *
   * @param scenarios in order of their ids
   * @param outside the customer's valid events, in any order
   */
  PlainTimeline(String customerId, List<Scenario> scenarios, List<CustomerEvent> outside) {
    this.scenarios = scenarios;
    this.customerId = customerId;
    this.output = new PlainOutput(customerId);
    this.outside = new ArrayList<>(outside);
    this.outside.sort(
        Comparator.comparingLong(CustomerEvent::timestamp)
            .thenComparing(CustomerEvent::messageId, PlainComparison::compareTexts)
            .thenComparingLong(CustomerEvent::checksum));
    this.journey = new PlainJourney(this);
    this.entries = new PlainEntries(this, journey);
    this.clock = new PlainClock(scenarios, entries, output.seen);
  }

  /** Up to which time it could run without taking very many steps. */
  long run(long asOf) {
    outside.removeIf(event -> event.timestamp() > asOf);
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      if (tooManyPartialMatches) {
        return now - 1;
      }
      if (!takeNext(asOf)) {
        output.seen.saw(
            instances.isEmpty() ? "nobody waits at the end" : "someone waits at the end");
        return asOf;
      }
    }
    return now - 1;
  }

  private boolean takeNext(long asOf) {
    long deadline = instances.stream().mapToLong(PlainTimeline::deadline).min().orElse(Plain.NEVER);
    long byClock = clock.next(profile);
    long inside = internal.isEmpty() ? Plain.NEVER : internal.get(0).event().timestamp();
    long fromOutside = outside.isEmpty() ? Plain.NEVER : outside.get(0).timestamp();
    long time = Math.min(Math.min(deadline, byClock), Math.min(inside, fromOutside));
    if (time > asOf || time == Plain.NEVER) {
      return false;
    }
    clock.moveTo(time, profile);
    if (deadline == time) {
      sawStep("a deadline", time, asOf);
      pass(time);
    } else if (byClock == time) {
      sawStep("the clock", time, asOf);
      clock.fire(profile);
    } else if (inside == time) {
      sawStep("an internal event", time, asOf);
      PlainInternal next = internal.remove(0);
      see(next.step(), next.event(), next.before(), next.after());
    } else {
      sawStep("an event", time, asOf);
      take(outside.remove(0));
    }
    return true;
  }

  /** Lets the history end before there are so many partial matches that some must go. */
  void limit(PlainPattern pattern) {
    tooManyPartialMatches |= pattern.size() > MOST_PARTIAL_MATCHES;
  }

  private void sawStep(String kind, long time, long asOf) {
    if (time == now) {
      output.seen.saw("at one time: " + kind + " behind " + former);
    }
    if (time == asOf) {
      output.seen.saw("at the end of the clock: " + kind);
    }
    now = time;
    former = kind;
  }

  private static long deadline(PlainInstance instance) {
    return Math.min(instance.deadline, instance.expiry);
  }

  private void pass(long time) {
    PlainInstance due =
        instances.stream().filter(instance -> deadline(instance) == time).findFirst().orElseThrow();
    PlainStep step = PlainStep.byClock(time);
    if (due.expiry == time) {
      output.seen.saw("expired" + (due.deadline == time ? ", before its wait ended" : ""));
      output.trace("expired", due, due.node.id(), step);
      instances.remove(due);
    } else {
      journey.timeIsOver(due, step);
    }
  }

  private void take(CustomerEvent event) {
    if (!PlainRelevance.concerns(scenarios, event)) {
      output.seen.saw("an irrelevant event");
      return;
    }
    if (isEcho(event)) {
      output.count("echoes");
      return;
    }
    Long before = taken.get(event.messageId());
    if (before != null) {
      long free = before + DEDUP_HORIZON;
      output.seen.saw(
          "a message id taken again at the end of the horizon", event.timestamp(), free);
    }
    if (before != null && event.timestamp() < before + DEDUP_HORIZON) {
      output.count("duplicates");
      return;
    }
    taken.put(event.messageId(), event.timestamp());
    PlainStep step = PlainStep.from(event);
    if (event.kind() == EventKind.CUSTOMER_ERASED) {
      output.seen.saw(instances.isEmpty() ? "erased outside a journey" : "erased amid a journey");
      profile = PlainProfile.nothing();
      instances.clear();
      entries.forget();
      output.erased(step);
      return;
    }
    ObjectNode former = profile;
    profile = PlainProfile.after(event, former);
    see(step, event, former, profile);
  }

  /** Steps 4 and 5. */
  private void see(PlainStep step, CustomerEvent event, ObjectNode before, ObjectNode after) {
    for (PlainInstance instance : List.copyOf(instances)) {
      if (exits(instance, event)) {
        output.because("exited", instance, step, event.kind().id());
        output.seen.saw("left " + instance.node.type() + " by exitWhen");
        instances.remove(instance);
      } else {
        journey.feed(instance, event, step);
      }
    }
    for (Scenario scenario : scenarios) {
      entries.tryTriggers(scenario, event, before, after, step);
    }
  }

  private boolean exits(PlainInstance instance, CustomerEvent event) {
    boolean page = event.kind() == EventKind.PAGE_VISITED;
    boolean beginsVisit =
        page
            && (instance.lastVisit.isEmpty()
                || event.timestamp() - instance.lastVisit.getAsLong() >= VISIT_GAP);
    if (page) {
      output.seen.saw(
          "a page at the end of a visit's half hour",
          event.timestamp(),
          instance.lastVisit.orElse(0) + VISIT_GAP);
      instance.lastVisit = OptionalLong.of(event.timestamp());
    }
    for (Settings.ExitCondition exit : instance.scenario.settings().exitWhen()) {
      if (exit instanceof Settings.OrderFinalized && event.kind() == EventKind.ORDER_COMPLETED) {
        output.seen.saw("exitWhen order-finalized");
        return true;
      }
      if (exit instanceof Settings.WebsiteEntered && beginsVisit) {
        output.seen.saw("exitWhen website-entered");
        return true;
      }
      if (exit instanceof Settings.ExitEvent matched
          && PlainMatching.holds(matched.event(), event, instance.facts(profile))) {
        output.seen.saw("exitWhen event matcher");
        return true;
      }
    }
    return false;
  }

  private static boolean isEcho(CustomerEvent event) {
    return event.properties().path("action_id").asText("").startsWith("self-")
        && event.properties().path("action_id").isTextual();
  }

  /** Puts an internal event at the end of the queue, unless that goes too deep (step 6). */
  void put(CustomerEvent event, ObjectNode before, PlainStep cause) {
    if (cause.depth() + 1 > 16 || cause.internalEvents().value + 1 > 1000) {
      output.count("cascadesCut");
      output.seen.saw("cascade cut by " + (cause.depth() + 1 > 16 ? "depth" : "number"));
      return;
    }
    cause.internalEvents().value++;
    PlainStep step =
        new PlainStep(
            event.timestamp(), Optional.of(event), cause.depth() + 1, cause.internalEvents());
    internal.add(new PlainInternal(step, event, before, profile));
  }

  /** An internal event, with the profile just before and just after the action that made it. */
  record PlainInternal(PlainStep step, CustomerEvent event, ObjectNode before, ObjectNode after) {}
}
