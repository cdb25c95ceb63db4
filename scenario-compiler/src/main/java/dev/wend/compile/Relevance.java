package dev.wend.compile;

import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.matcher.EventMatcher;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Tells events that concern some running scenario from those that concern none (SEMANTICS.md section 5, step 0). */
public final class Relevance {
  private final Set<EventKind> always = EnumSet.noneOf(EventKind.class);
  private final EventIndex<EventMatcher> matchers = new EventIndex<>();

  private Relevance(Collection<CompiledScenario> running) {
    for (EventKind kind : EventKind.values()) {
      if (kind.changesProfile()) {
        always.add(kind);
      }
    }
    for (CompiledScenario scenario : running) {
      Interests interests = Interests.of(scenario.scenario());
      always.addAll(interests.kinds());
      interests.matchers().forEach(matcher -> add(matcher.concern()));
    }
  }

  private void add(EventMatcher concern) {
    if (concern.isUnconditional()) {
      always.add(concern.event().kind());
    } else {
      matchers.add(Cue.of(concern), concern);
    }
  }

  /** What concerns at least one of {@code running}. */
  public static Relevance of(Collection<CompiledScenario> running) {
    return new Relevance(running);
  }

  /** Whether all events that concern {@code other} for its own sake concern {@code scenario} too. */
  public static boolean covers(CompiledScenario scenario, CompiledScenario other) {
    Interests all = Interests.of(scenario.scenario());
    Interests part = Interests.of(other.scenario());
    return all.kinds().containsAll(part.kinds()) && all.matchers().containsAll(part.matchers());
  }

  /** Whether some scenario or the profile may take notice of {@code event}. */
  public boolean concerns(CustomerEvent event) {
    return always.contains(event.kind()) || matchers.any(event, EventMatcher::mayConcern);
  }
}
