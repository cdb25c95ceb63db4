package dev.wend.job.reference;

import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.PatternMatcher.Absent;
import dev.wend.matcher.PatternMatcher.Contiguity;
import dev.wend.matcher.PatternMatcher.Occurs;
import dev.wend.matcher.PatternMatcher.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A pattern matcher of section 3, as a list of partial matches each of which waits for one step. Where several steps may come
 * next there are several partial matches. Which events a match consists of is not kept, but where it began and ended.
 */
final class PlainPattern {
  private static final int BEFORE_FIRST = -1;

  private final PatternMatcher pattern;
  private final List<Step> steps;
  private final boolean begins;
  private final long within;
  private final List<PlainPartial> partials = new ArrayList<>();
  private final PlainMatches matches;
  private int number;

  private PlainPattern(PatternMatcher pattern, boolean begins, long within) {
    this.pattern = pattern;
    this.steps = pattern.steps();
    this.begins = begins;
    this.within = within;
    this.matches = new PlainMatches(pattern.skip());
  }

  /** In a trigger, where any event may be the first. */
  static PlainPattern ofTrigger(PatternMatcher pattern) {
    return new PlainPattern(pattern, true, pattern.within().orElseThrow().toMillis());
  }

  /** In a condition, where any event behind the arrival may be the first; the wait itself is its window. */
  static PlainPattern ofCondition(PatternMatcher pattern) {
    PlainPattern arrived = new PlainPattern(pattern, false, Plain.NEVER);
    arrived.goOn(new PlainPartial(0, 0, 0, BEFORE_FIRST, 1, BEFORE_FIRST), arrived.partials);
    return arrived;
  }

  int size() {
    return partials.size();
  }

  /** What it is made of, and how its last match came about. */
  Set<String> traits() {
    Set<String> traits = PatternTraits.of(pattern);
    if (matches.lastWasHeldBack()) {
      traits.add("held back");
    }
    return traits;
  }

  /** When the window of a partial match is over. */
  long nextDeadline() {
    return partials.stream()
        .mapToLong(partial -> PlainInstance.later(partial.start(), within))
        .min()
        .orElse(Plain.NEVER);
  }

  /** Lets windows that end at {@code time} be over; whether there is a match. */
  boolean elapse(long time) {
    List<PlainMatches.Match> complete = new ArrayList<>();
    for (PlainPartial partial : List.copyOf(partials)) {
      if (PlainInstance.later(partial.start(), within) <= time) {
        partials.remove(partial);
        if (partial.aim() == steps.size()) {
          complete.add(new PlainMatches.Match(partial.first(), partial.last()));
        }
      }
    }
    return matches.giveOut(complete, partials);
  }

  /** Takes an event; whether there is a match. */
  boolean advance(long time, Predicate<EventMatcher> holds) {
    number++;
    List<PlainMatches.Match> complete = new ArrayList<>();
    List<PlainPartial> next = new ArrayList<>();
    for (PlainPartial partial : partials) {
      if (!isStopped(partial, holds)) {
        advance(partial, holds, next, complete);
      } else if (!isStrict()) {
        advance(partial, holds, new ArrayList<>(), complete);
      }
    }
    if (begins) {
      for (int aim : aims(BEFORE_FIRST)) {
        if (takes(aim, holds)) {
          take(new PlainPartial(time, number, number, aim, 1, aim), next, complete);
        }
      }
    }
    partials.clear();
    partials.addAll(next);
    return matches.giveOut(complete, partials);
  }

  private void advance(
      PlainPartial partial,
      Predicate<EventMatcher> holds,
      List<PlainPartial> next,
      List<PlainMatches.Match> complete) {
    if (partial.aim() == steps.size()) {
      next.add(partial);
      return;
    }
    Occurs aim = (Occurs) steps.get(partial.aim());
    boolean again = partial.aim() == partial.step();
    if (takes(partial.aim(), holds)) {
      int taken = again ? partial.taken() + 1 : 1;
      take(
          new PlainPartial(
              partial.start(), partial.first(), number, partial.aim(), taken, partial.aim()),
          next,
          complete);
    }
    boolean over = again && aim.until().filter(holds).isPresent();
    boolean passesBy = partial.step() == BEFORE_FIRST || passesBy(aim, holds);
    if (passesBy && !over) {
      next.add(partial);
    }
  }

  private boolean passesBy(Occurs aim, Predicate<EventMatcher> holds) {
    return switch (pattern.contiguity()) {
      case STRICT -> false;
      case RELAXED -> !holds.test(aim.event());
      case ANY -> true;
    };
  }

  private boolean takes(int aim, Predicate<EventMatcher> holds) {
    Occurs step = (Occurs) steps.get(aim);
    return holds.test(step.event()) && step.until().filter(holds).isEmpty();
  }

  /**
   * Whether a {@code not} ends a partial match; unless it is strict, what completes a match is no such event.
   *
   * <p>A {@code not} counts from the first event of the step before it. A strict one is about the event next to that step, but
   * not if it is the last.
   */
  private boolean isStopped(PlainPartial partial, Predicate<EventMatcher> holds) {
    boolean done =
        partial.step() == BEFORE_FIRST
            || partial.taken() >= ((Occurs) steps.get(partial.step())).times();
    for (int index = partial.step() + 1; index < steps.size(); index++) {
      if (!(steps.get(index) instanceof Absent absent)) {
        return false;
      }
      boolean next = done && partial.last() == number - 1;
      boolean counts = next || !isStrict() || index == steps.size() - 1;
      if (counts && holds.test(absent.event())) {
        return true;
      }
    }
    return false;
  }

  private void take(
      PlainPartial taken, List<PlainPartial> next, List<PlainMatches.Match> complete) {
    boolean done = taken.taken() >= ((Occurs) steps.get(taken.step())).times();
    if (done && nothingMoreNeedHappen(taken.step())) {
      complete.add(new PlainMatches.Match(taken.first(), taken.last()));
    }
    goOn(taken, next);
  }

  private void goOn(PlainPartial taken, List<PlainPartial> next) {
    List<Integer> aims = new ArrayList<>();
    boolean done = true;
    if (taken.step() != BEFORE_FIRST) {
      Occurs step = (Occurs) steps.get(taken.step());
      done = taken.taken() >= step.times();
      if (!done || step.oneOrMore()) {
        aims.add(taken.step());
      }
    }
    if (done) {
      aims.addAll(aims(taken.step()));
    }
    for (int aim : aims) {
      next.add(
          new PlainPartial(
              taken.start(), taken.first(), taken.last(), taken.step(), taken.taken(), aim));
    }
  }

  /** The steps that may come next behind one that is done; beyond them the trailing {@code not}. */
  private List<Integer> aims(int step) {
    List<Integer> aims = new ArrayList<>();
    for (int index = step + 1; index < steps.size(); index++) {
      if (steps.get(index) instanceof Occurs occurs) {
        aims.add(index);
        if (!occurs.optional()) {
          return aims;
        }
      }
    }
    if (steps.get(steps.size() - 1) instanceof Absent) {
      aims.add(steps.size());
    }
    return aims;
  }

  private boolean nothingMoreNeedHappen(int step) {
    boolean endsWithNot = steps.get(steps.size() - 1) instanceof Absent;
    return !endsWithNot
        && steps.subList(step + 1, steps.size()).stream()
            .allMatch(other -> other instanceof Absent || ((Occurs) other).optional());
  }

  private boolean isStrict() {
    return pattern.contiguity() == Contiguity.STRICT;
  }
}
