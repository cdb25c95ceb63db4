package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.matcher.TriggerMatcher.Change;
import dev.wend.matcher.TriggerMatcher.Members;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import dev.wend.scenario.Settings;
import dev.wend.scenario.Settings.DuplicateHandling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Section 5, step 5 and "Entry". */
final class PlainEntries {
  private final PlainTimeline timeline;
  private final PlainJourney journey;
  private final Map<String, List<Long>> entered = new HashMap<>();
  private final Map<String, Map<String, PlainPattern>> patterns = new HashMap<>();

  PlainEntries(PlainTimeline timeline, PlainJourney journey) {
    this.timeline = timeline;
    this.journey = journey;
  }

  void forget() {
    entered.clear();
    patterns.clear();
  }

  static List<Node.Trigger> triggers(Scenario scenario) {
    List<Node.Trigger> triggers = new ArrayList<>();
    for (Node node : scenario.nodes()) {
      if (node instanceof Node.Trigger trigger) {
        triggers.add(trigger);
      }
    }
    return triggers;
  }

  static boolean isOpen(Scenario scenario, long time) {
    return (scenario.activeFrom().isEmpty() || time >= scenario.activeFrom().get().toEpochMilli())
        && (scenario.activeUntil().isEmpty() || time < scenario.activeUntil().get().toEpochMilli());
  }

  void tryTriggers(
      Scenario scenario, CustomerEvent event, ObjectNode before, ObjectNode after, PlainStep step) {
    sawPeriod(scenario, step.time());
    if (!isOpen(scenario, step.time())) {
      return;
    }
    boolean first = true;
    boolean tried = false;
    for (Node.Trigger trigger : triggers(scenario)) {
      boolean matches = matches(scenario, trigger, event, before, after);
      if (!tried && matches && whenHolds(trigger)) {
        timeline.output.seen.saw(first ? "the first trigger matches" : "a later trigger matches");
        enter(scenario, trigger, Optional.of(event), step);
        tried = true;
      }
      first = false;
    }
  }

  boolean whenHolds(Node.Trigger trigger) {
    return trigger.when().isEmpty()
        || PlainMatching.holds(trigger.when().get(), Facts.of(timeline.profile));
  }

  private boolean matches(
      Scenario scenario,
      Node.Trigger trigger,
      CustomerEvent event,
      ObjectNode before,
      ObjectNode after) {
    if (trigger.on() instanceof TriggerMatcher.OnPattern on) {
      PlainPattern pattern =
          patterns
              .computeIfAbsent(scenario.id(), id -> new HashMap<>())
              .computeIfAbsent(trigger.id(), id -> PlainPattern.ofTrigger(on.pattern()));
      boolean matched =
          pattern.advance(
              event.timestamp(), matcher -> PlainMatching.holds(matcher, event, Facts.of(after)));
      timeline.limit(pattern);
      sawMatch(pattern, matched, "an event");
      return matched;
    }
    return matches(trigger.on(), event, before, after);
  }

  /** The partial matches of a trigger, if there were any since the customer is known. */
  Optional<PlainPattern> pattern(Scenario scenario, Node.Trigger trigger) {
    return Optional.ofNullable(patterns.getOrDefault(scenario.id(), Map.of()).get(trigger.id()));
  }

  private static boolean matches(
      TriggerMatcher on, CustomerEvent event, ObjectNode before, ObjectNode after) {
    if (on instanceof TriggerMatcher.OnEvent wanted) {
      return PlainMatching.holds(wanted.event(), event, Facts.of(after));
    } else if (on instanceof TriggerMatcher.OnSegment segment) {
      return segment.members() != Members.CURRENT
          && event.kind() == EventKind.SEGMENT_ENTERED
          && !PlainMatching.has(before.get("segments"), segment.segment())
          && PlainMatching.has(after.get("segments"), segment.segment());
    } else if (on instanceof TriggerMatcher.OnProfile wanted) {
      return !PlainMatching.holds(wanted.profile(), Facts.of(before))
          && PlainMatching.holds(wanted.profile(), Facts.of(after));
    } else if (on instanceof TriggerMatcher.OnFieldChanged field) {
      return !PlainComparison.same(
          before.get("fields").at(field.field()), after.get("fields").at(field.field()));
    } else if (on instanceof TriggerMatcher.OnTag tag) {
      boolean had = PlainMatching.has(before.get("tags"), tag.tag());
      boolean has = PlainMatching.has(after.get("tags"), tag.tag());
      return tag.change() == Change.ADDED ? !had && has : had && !has;
    }
    return false;
  }

  void enter(
      Scenario scenario, Node.Trigger trigger, Optional<CustomerEvent> event, PlainStep step) {
    Settings settings = scenario.settings();
    PlainInstance entering =
        new PlainInstance(scenario, trigger, timeline.customerId, event, step.time());
    List<PlainInstance> active = new ArrayList<>(timeline.instances);
    active.removeIf(other -> !other.scenario.id().equals(scenario.id()));
    List<PlainInstance> sameKey = new ArrayList<>(active);
    sameKey.removeIf(other -> !PlainComparison.same(other.key(), entering.key()));
    boolean limited = isLimitReached(scenario, step.time());
    boolean moves = settings.duplicateHandling() == DuplicateHandling.MOVE_TO_START;
    if (settings.instanceKey().isPresent() && sameKey.size() < active.size()) {
      timeline.output.seen.saw(settings.duplicateHandling().id() + " beside another key");
    }
    if (settings.duplicateHandling() == DuplicateHandling.IGNORE && !sameKey.isEmpty()) {
      timeline.output.trace("entry-ignored", entering, trigger.id(), step);
    } else if (limited
        || (active.size() >= settings.maxInstances() && !(moves && !sameKey.isEmpty()))) {
      timeline.output.trace("entry-limited", entering, trigger.id(), step);
      timeline.output.seen.saw("limited by " + (limited ? "entryLimit" : "maxInstances"));
    } else {
      sawEntry(trigger, event, moves && active.size() >= settings.maxInstances());
      for (PlainInstance removed : moves ? sameKey : List.<PlainInstance>of()) {
        timeline.output.trace("restarted", removed, removed.node.id(), step);
        timeline.output.seen.saw("left " + removed.node.type() + " by move-to-start");
        timeline.instances.remove(removed);
      }
      entered.computeIfAbsent(scenario.id(), id -> new ArrayList<>()).add(step.time());
      timeline.output.trace("entered", entering, trigger.id(), step);
      timeline.instances.add(entering);
      journey.goOn(entering, trigger.next(), step);
    }
  }

  void sawMatch(PlainPattern pattern, boolean matched, String cause) {
    if (matched) {
      pattern
          .traits()
          .forEach(
              trait -> timeline.output.seen.saw("a pattern enters by " + cause + ": " + trait));
    }
  }

  private void sawPeriod(Scenario scenario, long time) {
    Sightings seen = timeline.output.seen;
    scenario
        .activeFrom()
        .ifPresent(from -> seen.saw("an event at activeFrom", time, from.toEpochMilli()));
    scenario
        .activeUntil()
        .ifPresent(until -> seen.saw("an event at activeUntil", time, until.toEpochMilli()));
  }

  private void sawEntry(Node.Trigger trigger, Optional<CustomerEvent> event, boolean inPlace) {
    Sightings seen = timeline.output.seen;
    String on = trigger.on().getClass().getSimpleName();
    seen.saw(
        "entered "
            + (trigger.on() instanceof TriggerMatcher.OnSegment segment
                ? on + " " + segment.members().id()
                : on)
            + (event.isPresent() ? " by an event" : " by the clock"));
    if (trigger.when().isPresent()) {
      seen.saw("entered with when");
    }
    if (inPlace) {
      seen.saw("entered in place of one of maxInstances");
    }
    event.ifPresent(e -> seen.saw("entered on " + e.kind().id()));
  }

  private boolean isLimitReached(Scenario scenario, long time) {
    if (scenario.settings().entryLimit().isEmpty()) {
      return false;
    }
    Settings.EntryLimit limit = scenario.settings().entryLimit().get();
    List<Long> former = entered.getOrDefault(scenario.id(), List.of());
    for (long at : limit.per().isPresent() ? former : List.<Long>of()) {
      long end = at + limit.per().orElseThrow().toMillis();
      timeline.output.seen.saw("an entry where a former one counts no more", time, end);
    }
    long counting =
        former.stream()
            .filter(at -> limit.per().isEmpty() || time < at + limit.per().get().toMillis())
            .count();
    return counting >= limit.max();
  }
}
