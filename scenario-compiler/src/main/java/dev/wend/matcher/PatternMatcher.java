package dev.wend.matcher;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A sequence of events (SEMANTICS.md section 3); it means what the Flink CEP pattern means that it compiles to.
 *
 * @param within longest time from the first to the last event
 */
public record PatternMatcher(
    List<Step> steps, Contiguity contiguity, Optional<Duration> within, Skip skip)
    implements Matcher {

  /** A step of the sequence. */
  public sealed interface Step permits Occurs, Absent {}

  /**
   * Something that happens.
   *
   * @param times how often; 1 unless the document says so
   * @param oneOrMore whether it may happen more often than that
   * @param until what ends a step that may happen more often
   */
  public record Occurs(
      EventMatcher event,
      int times,
      boolean oneOrMore,
      Optional<EventMatcher> until,
      boolean optional)
      implements Step {}

  /** Something that must not happen. */
  public record Absent(EventMatcher event) implements Step {}

  /** Which events may lie between two steps. */
  public enum Contiguity {
    RELAXED("relaxed"),
    STRICT("strict"),
    ANY("any");

    private final String id;

    Contiguity(String id) {
      this.id = id;
    }

    /** As documents write it. */
    public String id() {
      return id;
    }
  }

  /** Where to go on after a match. */
  public enum Skip {
    PAST_LAST("past-last"),
    NONE("none"),
    TO_NEXT("to-next");

    private final String id;

    Skip(String id) {
      this.id = id;
    }

    /** As documents write it. */
    public String id() {
      return id;
    }
  }
}
