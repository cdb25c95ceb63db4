package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.CompiledScenario.Version;
import dev.wend.compile.Entrance;
import dev.wend.job.journey.PartialMatches.Owner;
import dev.wend.matcher.TriggerMatcher;
import dev.wend.matcher.TriggerMatcher.OnAnniversary;
import dev.wend.matcher.TriggerMatcher.OnDate;
import dev.wend.matcher.TriggerMatcher.OnSegment;
import dev.wend.scenario.Scenario;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When the clock may let a customer into one of the running scenarios: at dates of the segments of which it is a member, on
 * anniversaries, each asked once for all scenarios that mean the same one, and when the customer's own partial matches end.
 */
final class ClockOccasions {
  private static final FixedMoments NONE = new FixedMoments(List.of());

  private final List<CompiledScenario> running;
  private final Map<String, FixedMoments> dates = new HashMap<>();
  private final Map<Anniversary, BitSet> anniversaries = new LinkedHashMap<>();
  private final Map<Version, Integer> patterns = new HashMap<>();

  /** Positions in {@code running} are what is found. */
  ClockOccasions(List<CompiledScenario> running) {
    this.running = running;
    Map<String, List<FixedMoments.Entry>> bySegment = new HashMap<>();
    for (int position = 0; position < running.size(); position++) {
      for (Entrance entrance : running.get(position).entrances()) {
        add(entrance.on(), position, bySegment);
      }
    }
    bySegment.forEach((segment, entries) -> dates.put(segment, new FixedMoments(entries)));
  }

  /** The next moment after {@code now}, {@link Instance#NEVER} where there is none. */
  long next(Customer customer, long now) {
    long next = Instance.NEVER;
    if (!dates.isEmpty()) {
      for (String segment : customer.profile().segments()) {
        next = Math.min(next, dates.getOrDefault(segment, NONE).next(now));
      }
    }
    for (Anniversary anniversary : anniversaries.keySet()) {
      next = Math.min(next, anniversary.next(customer.profile(), now));
    }
    if (!patterns.isEmpty()) {
      for (Map.Entry<Owner, PartialMatches> begun : customer.partialMatches().entrySet()) {
        next = Math.min(next, next(begun.getKey(), begun.getValue(), now));
      }
    }
    return next;
  }

  /** Sets the positions of the scenarios that have a moment at {@code now}. */
  void find(Customer customer, long now, BitSet found) {
    for (String segment : customer.profile().segments()) {
      dates.getOrDefault(segment, NONE).find(now, found);
    }
    anniversaries.forEach(
        (anniversary, positions) -> {
          if (anniversary.next(customer.profile(), now - 1) == now) {
            found.or(positions);
          }
        });
    customer
        .partialMatches()
        .forEach(
            (owner, begun) -> {
              if (next(owner, begun, now - 1) == now) {
                found.set(patterns.get(owner.version()));
              }
            });
  }

  private long next(Owner owner, PartialMatches begun, long now) {
    long moment = begun.next();
    if (moment <= now || moment == Instance.NEVER) {
      return Instance.NEVER;
    }
    Integer position = patterns.get(owner.version());
    return position != null && Entries.isOpen(running.get(position).scenario(), moment)
        ? moment
        : Instance.NEVER;
  }

  private void add(
      TriggerMatcher trigger, int position, Map<String, List<FixedMoments.Entry>> bySegment) {
    Scenario scenario = running.get(position).scenario();
    if (trigger instanceof TriggerMatcher.OnPattern) {
      patterns.put(running.get(position).version(), position);
    } else if (trigger instanceof OnAnniversary on) {
      anniversaries
          .computeIfAbsent(Anniversary.of(on, scenario), key -> new BitSet())
          .set(position);
    } else {
      ClockTriggers.moment(trigger, scenario)
          .ifPresent(
              moment ->
                  bySegment
                      .computeIfAbsent(segment(trigger), key -> new ArrayList<>())
                      .add(new FixedMoments.Entry(moment, position)));
    }
  }

  /** Only its members are let in. */
  private static String segment(TriggerMatcher trigger) {
    return trigger instanceof OnDate on ? on.segment() : ((OnSegment) trigger).segment();
  }
}
