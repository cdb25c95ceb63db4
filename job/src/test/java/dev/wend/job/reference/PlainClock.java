package dev.wend.job.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.matcher.TriggerMatcher.Members;
import dev.wend.scenario.Node;
import dev.wend.scenario.Scenario;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Triggers by the clock (sections 3 and 5). */
final class PlainClock {
  private final List<Scenario> scenarios;
  private final PlainEntries entries;
  private final Sightings seen;
  private final Set<String> done = new HashSet<>();
  private final Set<String> entered = new HashSet<>();
  private long now = Long.MIN_VALUE;
  private ObjectNode atStartOfNow = PlainProfile.nothing();

  PlainClock(List<Scenario> scenarios, PlainEntries entries, Sightings seen) {
    this.scenarios = scenarios;
    this.entries = entries;
    this.seen = seen;
  }

  void moveTo(long time, ObjectNode profile) {
    if (time > now) {
      now = time;
      atStartOfNow = profile;
    }
  }

  /** The earliest moment that is not past; what changes now counts for moments after now. */
  long next(ObjectNode profile) {
    long earliest = Plain.NEVER;
    for (Scenario scenario : scenarios) {
      for (Node.Trigger trigger : PlainEntries.triggers(scenario)) {
        if (isDue(scenario, trigger)) {
          earliest = now;
        }
        earliest = Math.min(earliest, after(scenario, trigger, now, profile).orElse(Plain.NEVER));
      }
    }
    return earliest;
  }

  /** The first trigger that is due now, in order of scenario ids and of the document. */
  void fire(ObjectNode profile) {
    for (Scenario scenario : scenarios) {
      for (Node.Trigger trigger : PlainEntries.triggers(scenario)) {
        if (isDue(scenario, trigger)) {
          done.add(key(scenario, trigger.id()));
          fire(scenario, trigger, profile);
          return;
        }
      }
    }
  }

  private void fire(Scenario scenario, Node.Trigger trigger, ObjectNode profile) {
    boolean complete = entries.pattern(scenario, trigger).map(this::elapse).orElse(true);
    boolean matches =
        complete
            && PlainEntries.isOpen(scenario, now)
            && isMember(trigger.on(), profile)
            && entries.whenHolds(trigger);
    if (matches && trigger.on() instanceof TriggerMatcher.OnAnniversary day) {
      ZoneId zone = PlainMoments.zone(scenario, day.timeZoneField(), profile);
      seen.saw("anniversary " + PlainMoments.clockAt(now, day.timeOfDay(), zone));
    }
    if (matches && entered.add(key(scenario, ""))) {
      entries.enter(scenario, trigger, Optional.empty(), PlainStep.byClock(now));
    }
  }

  private boolean elapse(PlainPattern pattern) {
    boolean matched = pattern.elapse(now);
    entries.sawMatch(pattern, matched, "the clock");
    return matched;
  }

  private static boolean isMember(TriggerMatcher on, ObjectNode profile) {
    if (on instanceof TriggerMatcher.OnDate date) {
      return PlainMatching.has(profile.get("segments"), date.segment());
    } else if (on instanceof TriggerMatcher.OnSegment segment) {
      return PlainMatching.has(profile.get("segments"), segment.segment());
    }
    return true;
  }

  private boolean isDue(Scenario scenario, Node.Trigger trigger) {
    Optional<PlainPattern> pattern = entries.pattern(scenario, trigger);
    if (pattern.isPresent()) {
      return pattern.get().nextDeadline() <= now;
    }
    return now > Long.MIN_VALUE
        && !done.contains(key(scenario, trigger.id()))
        && after(scenario, trigger, now - 1, atStartOfNow).orElse(Plain.NEVER) == now;
  }

  private String key(Scenario scenario, String trigger) {
    return String.join("\n", scenario.id(), trigger, Long.toString(now));
  }

  /** The first moment of a trigger after {@code time}. */
  private OptionalLong after(
      Scenario scenario, Node.Trigger trigger, long time, ObjectNode profile) {
    OptionalLong moment = OptionalLong.empty();
    if (trigger.on() instanceof TriggerMatcher.OnPattern) {
      return entries
          .pattern(scenario, trigger)
          .map(pattern -> OptionalLong.of(pattern.nextDeadline()))
          .orElse(moment);
    } else if (trigger.on() instanceof TriggerMatcher.OnDate date) {
      moment = PlainMoments.read(date.date(), scenario.timeZone());
    } else if (trigger.on() instanceof TriggerMatcher.OnSegment segment) {
      boolean current = segment.members() != Members.NEW;
      Optional<Instant> from = scenario.activeFrom().filter(instant -> current);
      moment = from.isPresent() ? OptionalLong.of(from.get().toEpochMilli()) : OptionalLong.empty();
    } else if (trigger.on() instanceof TriggerMatcher.OnAnniversary day) {
      return PlainMoments.anniversary(
          profile.get("fields").at(day.field()),
          day.timeOfDay(),
          PlainMoments.zone(scenario, day.timeZoneField(), profile),
          time);
    }
    return moment.isPresent() && moment.getAsLong() > time ? moment : OptionalLong.empty();
  }
}
