package dev.wend.compile;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.event.EventKind;
import dev.wend.scenario.Node;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an instance waits for at a node: the patterns of its outgoing branches (SEMANTICS.md section 4).
 *
 * @param until when the waiting ends by itself
 * @param attention what the instance makes of the events that it is fed
 * @param branches in document order
 * @param kinds of the events that may change anything about an instance which waits here; all others leave it as it is
 */
public record Stage(
    String nodeId, Until until, Attention attention, List<Branch> branches, Set<EventKind> kinds)
    implements Step {

  /** What an instance makes of events. */
  public enum Attention {
    /** It goes on by the first branch that matches. */
    GOES_ON,
    /** It remembers which branches matched, until its time has passed. */
    REMEMBERS,
    /** It looks at none. */
    SLEEPS
  }

  /** When the waiting ends by itself. */
  public sealed interface Until permits Window, Forever, Moment {}

  /** A time after arrival. */
  public record Window(Duration duration) implements Until {}

  /** Never: {@code maxDuration} bounds it. */
  public record Forever() implements Until {}

  /** A moment found out on arrival. */
  public record Moment(Node.Moment moment, Optional<JsonPointer> timeZoneField) implements Until {}

  /** The branch by which the instance goes on once its time has passed; empty where it never does. */
  public Optional<Branch> elapsed() {
    for (Branch branch : branches) {
      if (branch.nodeId().equals(nodeId) && branch.polarity() != Branch.Polarity.OCCURS) {
        return Optional.of(branch);
      }
    }
    return Optional.empty();
  }
}
