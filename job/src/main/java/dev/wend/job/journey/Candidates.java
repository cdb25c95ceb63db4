package dev.wend.job.journey;

import dev.wend.event.CustomerEvent;
import dev.wend.matcher.EventMatcher;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntConsumer;

/** The running scenarios that one event may let a customer into, by their positions. */
final class Candidates implements BiPredicate<Candidates.Candidate, CustomerEvent> {
  private final BitSet positions = new BitSet();
  private boolean certain;

  /**
   * A scenario with a trigger that an event may match.
   *
   * @param position of the scenario among those that run
   * @param concern what concerns the trigger, and with it the scenario; empty where events of the kind may match by more than
   *     what they are
   */
  record Candidate(int position, Optional<EventMatcher> concern) {}

  /** Forgets those of the event before. */
  void clear() {
    positions.clear();
    certain = false;
  }

  /** Adds a candidate that the event does concern; always says no, so that all are asked. */
  @Override
  public boolean test(Candidate candidate, CustomerEvent event) {
    if (candidate.concern().isEmpty()) {
      add(candidate.position());
    } else if (candidate.concern().get().mayConcern(event)) {
      add(candidate.position());
      certain = true;
    }
    return false;
  }

  /** Adds the scenario at a position. */
  void add(int position) {
    positions.set(position);
  }

  /** Whether the event is known to concern one of them; where not, it may all the same. */
  boolean areCertain() {
    return certain;
  }

  /** In the order of their positions. */
  void forEach(IntConsumer taker) {
    for (int position = positions.nextSetBit(0);
        position >= 0;
        position = positions.nextSetBit(position + 1)) {
      taker.accept(position);
    }
  }
}
