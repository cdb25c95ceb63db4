package dev.wend.job.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.compile.CompiledScenario.Version;
import dev.wend.event.TriggerReference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A customer on the way through a scenario. Pinned to the version on which it entered. */
public final class Instance {
  /** The deadline of a wait that never ends by itself. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Most instances have none, so a collection is made only where one is asked for. */
  private static final SortedSet<String> NO_NODES = Collections.emptySortedSet();

  private static final SortedMap<Integer, Progress> NO_PROGRESS = Collections.emptySortedMap();

  private final Origin origin;
  private final List<JsonNode> triggerValues;
  private List<JsonNode> eventValues;
  private Wait wait;
  private OptionalLong lastVisit;
  private SortedSet<String> suppressed = NO_NODES;
  private SortedMap<Integer, Progress> progress = NO_PROGRESS;

  /**
   * How the instance came to be.
   *
   * @param number its place in the entry order of the customer
   * @param trigger the event by which it entered; empty for an entry by the clock
   * @param messageId of the entry, a part of the instance's id; empty for the clock and after a restart
   * @param entered epoch milliseconds
   * @param expiry when it has lived for {@code maxDuration}, epoch milliseconds
   */
  public record Origin(
      long number,
      Version version,
      String triggerNode,
      Optional<TriggerReference> trigger,
      String messageId,
      long entered,
      long expiry) {}

  /**
   * Where the instance stands.
   *
   * @param since when it arrived, epoch milliseconds
   * @param deadline when the wait ends by itself, {@link #NEVER} where it does not
   */
  public record Wait(String nodeId, long since, long deadline) {}

  /** How far the pattern of a branch has come; a branch without any is untouched. */
  public sealed interface Progress permits Matched, Partial {}

  /** It matched; the instance remembers that until its time has passed. */
  public record Matched() implements Progress {}

  /** It has taken events; {@code run} is the saved state of its automaton. */
  public record Partial(byte[] run) implements Progress {}

  /**
   * A new instance, standing nowhere yet.
   *
   * @param triggerValues what the scenario names of the triggering event
   * @param eventValues what it names of the event that last moved the instance
   */
  public Instance(
      Origin origin,
      List<JsonNode> triggerValues,
      List<JsonNode> eventValues,
      OptionalLong lastVisit) {
    this.origin = origin;
    this.triggerValues = triggerValues;
    this.eventValues = eventValues;
    this.lastVisit = lastVisit;
    this.wait = new Wait(origin.triggerNode(), origin.entered(), NEVER);
  }

  public Origin origin() {
    return origin;
  }

  public Version version() {
    return origin.version();
  }

  public Wait waiting() {
    return wait;
  }

  public List<JsonNode> triggerValues() {
    return triggerValues;
  }

  public List<JsonNode> eventValues() {
    return eventValues;
  }

  /** The last page visit that it saw, epoch milliseconds, for {@code website-entered}. */
  public OptionalLong lastVisit() {
    return lastVisit;
  }

  /** The send nodes whose messages were suppressed. */
  public SortedSet<String> suppressed() {
    if (suppressed == NO_NODES) {
      suppressed = new TreeSet<>();
    }
    return suppressed;
  }

  /** Whether {@link #suppressed} has any. */
  public boolean hasSuppressed() {
    return !suppressed.isEmpty();
  }

  /** By position of the branch in its stage. */
  public Map<Integer, Progress> progress() {
    if (progress == NO_PROGRESS) {
      progress = new TreeMap<>();
    }
    return progress;
  }

  /** Whether {@link #progress} has any. */
  public boolean hasProgress() {
    return !progress.isEmpty();
  }

  /** The next moment at which it moves by itself, epoch milliseconds. */
  public long nextDeadline() {
    return Math.min(wait.deadline(), origin.expiry());
  }

  void arrive(Wait arrival) {
    wait = arrival;
    progress = NO_PROGRESS;
  }

  void movedBy(List<JsonNode> values) {
    eventValues = values;
  }

  void visitedAt(long timestamp) {
    lastVisit = OptionalLong.of(timestamp);
  }

  /** Puts an instance back to where it stood, for whoever restores it from state. */
  public void restore(
      Wait stood, SortedSet<String> suppressedNodes, Map<Integer, Progress> branches) {
    wait = stood;
    suppressed = suppressedNodes.isEmpty() ? NO_NODES : new TreeSet<>(suppressedNodes);
    progress = branches.isEmpty() ? NO_PROGRESS : new TreeMap<>(branches);
  }
}
