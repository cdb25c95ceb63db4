package dev.wend.compile;

import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.PatternMatcher.Absent;
import dev.wend.matcher.PatternMatcher.Contiguity;
import dev.wend.matcher.PatternMatcher.Occurs;
import dev.wend.matcher.PatternMatcher.Step;
import java.util.List;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * Pattern matchers as Flink CEP patterns, step by step (SEMANTICS.md section 3). The names of the steps are in saved runs and
 * never change.
 */
final class Sequences {
  private static final String STEP = "step";

  private final PatternMatcher matcher;

  private Sequences(PatternMatcher matcher) {
    this.matcher = matcher;
  }

  /** The pattern of a trigger: it begins with the first step, and has the matcher's window and skip strategy. */
  static Pattern<PatternInput, ?> alone(PatternMatcher matcher) {
    Sequences sequence = new Sequences(matcher);
    Pattern<PatternInput, PatternInput> first =
        sequence.occurs(
            Pattern.begin(STEP + 1, sequence.skipStrategy()), (Occurs) matcher.steps().get(0));
    Pattern<PatternInput, PatternInput> all = sequence.continued(first, 1);
    return all.within(matcher.within().orElseThrow());
  }

  /**
   * The pattern of a condition. It may begin with any event behind {@code entered}, also with a step behind optional ones;
   * where a beginning can come to nothing that a later one does not share, all of them are followed.
   */
  static Pattern<PatternInput, PatternInput> behind(
      Pattern<PatternInput, PatternInput> entered, PatternMatcher matcher) {
    return new Sequences(matcher).continued(entered, 0);
  }

  private Pattern<PatternInput, PatternInput> continued(
      Pattern<PatternInput, PatternInput> begun, int from) {
    List<Step> steps = matcher.steps();
    Pattern<PatternInput, PatternInput> pattern = begun;
    boolean beginning = from == 0;
    for (int index = from; index < steps.size(); index++) {
      String name = STEP + (index + 1);
      if (steps.get(index) instanceof Occurs occurs) {
        pattern = occurs(beginning ? first(pattern, name) : next(pattern, name), occurs);
        beginning = beginning && occurs.optional();
      } else if (steps.get(index) instanceof Absent absent) {
        boolean last = index == steps.size() - 1;
        pattern = absent(pattern, name, last).where(Patterns.holds(absent.event()));
      }
    }
    return pattern;
  }

  private Pattern<PatternInput, PatternInput> first(
      Pattern<PatternInput, PatternInput> entered, String name) {
    return matcher.contiguity() == Contiguity.RELAXED && !mayFail()
        ? entered.followedBy(name)
        : entered.followedByAny(name);
  }

  private Pattern<PatternInput, PatternInput> next(
      Pattern<PatternInput, PatternInput> before, String name) {
    return switch (matcher.contiguity()) {
      case RELAXED -> before.followedBy(name);
      case STRICT -> before.next(name);
      case ANY -> before.followedByAny(name);
    };
  }

  /** A {@code not} at the end looks at all the time that is left, whatever the contiguity. */
  private Pattern<PatternInput, PatternInput> absent(
      Pattern<PatternInput, PatternInput> before, String name, boolean last) {
    return matcher.contiguity() == Contiguity.STRICT && !last
        ? before.notNext(name)
        : before.notFollowedBy(name);
  }

  private Pattern<PatternInput, PatternInput> occurs(
      Pattern<PatternInput, PatternInput> step, Occurs occurs) {
    Pattern<PatternInput, PatternInput> once = step.where(Patterns.holds(occurs.event()));
    Pattern<PatternInput, PatternInput> often = contiguous(repeated(once, occurs), occurs);
    Pattern<PatternInput, PatternInput> ended =
        occurs
            .until()
            .<Pattern<PatternInput, PatternInput>>map(end -> often.until(Patterns.holds(end)))
            .orElse(often);
    return occurs.optional() ? ended.optional() : ended;
  }

  private static Pattern<PatternInput, PatternInput> repeated(
      Pattern<PatternInput, PatternInput> once, Occurs occurs) {
    if (occurs.oneOrMore()) {
      return occurs.times() == 1 ? once.oneOrMore() : once.timesOrMore(occurs.times());
    }
    return occurs.times() == 1 ? once : once.times(occurs.times());
  }

  private Pattern<PatternInput, PatternInput> contiguous(
      Pattern<PatternInput, PatternInput> often, Occurs occurs) {
    if (!occurs.oneOrMore() && occurs.times() == 1) {
      return often;
    }
    return switch (matcher.contiguity()) {
      case RELAXED -> often;
      case STRICT -> often.consecutive();
      case ANY -> often.allowCombinations();
    };
  }

  private boolean mayFail() {
    return matcher.steps().stream()
        .anyMatch(step -> step instanceof Absent || ((Occurs) step).until().isPresent());
  }

  private AfterMatchSkipStrategy skipStrategy() {
    return switch (matcher.skip()) {
      case NONE -> AfterMatchSkipStrategy.noSkip();
      case PAST_LAST -> AfterMatchSkipStrategy.skipPastLastEvent();
      case TO_NEXT -> AfterMatchSkipStrategy.skipToNext();
    };
  }
}
