package dev.wend.job.reference;

import dev.wend.matcher.PatternMatcher.Skip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The matches of a pattern, of which none is given out before an earlier begun one is settled, unless nothing is skipped. */
final class PlainMatches {
  private final Skip skip;
  private final List<Match> heldBack = new ArrayList<>();
  private boolean lastWasHeldBack;

  PlainMatches(Skip skip) {
    this.skip = skip;
  }

  /** By the numbers of its first and last event. */
  record Match(int first, int last) {}

  /** Whether the last that was given out was complete before. */
  boolean lastWasHeldBack() {
    return lastWasHeldBack;
  }

  /** Gives out matches, and takes away what is skipped for them; whether there were any. */
  boolean giveOut(List<Match> complete, List<PlainPartial> partials) {
    heldBack.addAll(complete);
    heldBack.sort(Comparator.comparingInt(Match::first));
    boolean matched = false;
    while (!heldBack.isEmpty() && !isHeldBack(heldBack.get(0), partials)) {
      Match match = heldBack.remove(0);
      matched = true;
      lastWasHeldBack = !complete.contains(match);
      if (skip != Skip.NONE) {
        int until = skip == Skip.PAST_LAST ? match.last() : match.first();
        partials.removeIf(partial -> partial.first() <= until);
        heldBack.removeIf(other -> other.first() <= until);
      }
    }
    return matched;
  }

  private boolean isHeldBack(Match match, List<PlainPartial> partials) {
    return skip != Skip.NONE
        && partials.stream().anyMatch(partial -> partial.first() < match.first());
  }
}
