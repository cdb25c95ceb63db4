package dev.wend.matcher;

import dev.wend.event.CustomerEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sequence of events (SEMANTICS.md section 3); it means what the Flink CEP pattern means that it compiles to.
 *
 * @param within longest time from the first to the last event
 */
public record PatternMatcher(
    List<Step> steps, Contiguity contiguity, Optional<Duration> within, Skip skip)
    implements Matcher {

  /** Whether time alone may complete it, which ends with something that must not happen. */
  public boolean endsWithNot() {
    return steps.get(steps.size() - 1) instanceof Absent;
  }

  /**
   * Whether a sequence that has begun may go on or end by {@code event}; one that has not begun is left as it is by an event
   * that no step names.
   */
  public boolean mayTake(CustomerEvent event, MatchContext context) {
    return contiguity == Contiguity.STRICT || names(event, context);
  }

  /** Whether some step names {@code event}. */
  public boolean names(CustomerEvent event, MatchContext context) {
    for (Step step : steps) {
      if (step.mayTake(event, context)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return steps.stream()
        .map(Step::toString)
        .collect(Collectors.joining(contiguity == Contiguity.STRICT ? ", next " : ", then "));
  }

  /** A step of the sequence. */
  public sealed interface Step permits Occurs, Absent {
    /** Whether {@code candidate} happens here, ends what repeats here, or must not happen here. */
    boolean mayTake(CustomerEvent candidate, MatchContext context);
  }

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
      implements Step {

    @Override
    public boolean mayTake(CustomerEvent candidate, MatchContext context) {
      return event.holds(candidate, context)
          || (until.isPresent() && until.get().holds(candidate, context));
    }

    @Override
    public String toString() {
      String often = oneOrMore || times > 1 ? " " + times + (times == 1 ? " time" : " times") : "";
      return (optional ? "perhaps " : "")
          + event
          + often
          + (oneOrMore ? " or more" : "")
          + until.map(end -> " until " + end).orElse("");
    }
  }

  /** Something that must not happen. */
  public record Absent(EventMatcher event) implements Step {
    @Override
    public boolean mayTake(CustomerEvent candidate, MatchContext context) {
      return event.holds(candidate, context);
    }

    @Override
    public String toString() {
      return "no " + event;
    }
  }

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
