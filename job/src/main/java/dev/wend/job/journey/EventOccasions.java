package dev.wend.job.journey;

import dev.wend.compile.CompiledScenario;
import dev.wend.compile.CompiledScenario.Version;
import dev.wend.compile.Cue;
import dev.wend.compile.Entrance;
import dev.wend.compile.EventIndex;
import dev.wend.compile.TriggerCues;
import dev.wend.event.CustomerEvent;
import dev.wend.job.journey.Candidates.Candidate;
import dev.wend.job.journey.PartialMatches.Owner;
import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.PatternMatcher.Contiguity;
import dev.wend.matcher.TriggerMatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the running scenarios an event may let a customer into. No trigger of the others matches it, and it takes part in
 * none of their patterns: those are fed what a step names and, while nothing may come between two steps, every event.
 */
final class EventOccasions {
  private final EventIndex<Candidate> byEvent = new EventIndex<>();
  private final Map<Version, Integer> strict = new HashMap<>();

  /** Positions in {@code running} are what is found. */
  EventOccasions(List<CompiledScenario> running) {
    for (int position = 0; position < running.size(); position++) {
      CompiledScenario scenario = running.get(position);
      for (Entrance entrance : scenario.entrances()) {
        Candidate candidate = new Candidate(position, concern(entrance.on()));
        for (Cue cue : TriggerCues.of(entrance.on())) {
          byEvent.add(cue, candidate);
        }
        if (isStrict(entrance.on())) {
          strict.put(scenario.version(), position);
        }
      }
    }
  }

  /** Only a trigger on events alone has the concern by which relevance is known. */
  private static Optional<EventMatcher> concern(TriggerMatcher trigger) {
    return trigger instanceof TriggerMatcher.OnEvent on
        ? Optional.of(on.event().concern())
        : Optional.empty();
  }

  /** Adds the scenarios to {@code found}. */
  void find(Customer customer, CustomerEvent event, Candidates found) {
    byEvent.any(event, found);
    if (!strict.isEmpty()) {
      for (Owner owner : customer.partialMatches().keySet()) {
        Integer position = strict.get(owner.version());
        if (position != null) {
          found.add(position);
        }
      }
    }
  }

  private static boolean isStrict(TriggerMatcher trigger) {
    return trigger instanceof TriggerMatcher.OnPattern on
        && on.pattern().contiguity() == Contiguity.STRICT;
  }
}
