package dev.wend.compile;

import dev.wend.matcher.EventMatcher;
import dev.wend.matcher.Matcher;
import dev.wend.matcher.PatternMatcher;
import dev.wend.matcher.ProfileMatcher;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * The patterns of section 4. Each begins with the synthetic entry; conditions are pure and look at the type first, since
 * Flink CEP asks a negated one about the entry too.
 */
final class Patterns {
  private static final String ENTERED = "entered";
  private static final String MATCH = "match";
  private static final String ABSENT = "absent";

  private Patterns() {}

  /** {@code begin(entered)}: nothing but the arrival. */
  static Pattern<PatternInput, ?> entered() {
    return begin();
  }

  /** {@code begin(entered).followedBy(match).within(window)}; without a window it waits for ever. */
  static Pattern<PatternInput, ?> occurs(Matcher matcher, Optional<Duration> window) {
    Pattern<PatternInput, PatternInput> pattern =
        matcher instanceof PatternMatcher sequence
            ? Sequences.behind(begin(), sequence)
            : begin().followedBy(MATCH).where(holds(matcher));
    return window.isPresent() ? pattern.within(window.get()) : pattern;
  }

  /** {@code begin(entered).notFollowedBy(absent).within(window)}; matches when the window has passed. */
  static Pattern<PatternInput, ?> absent(List<Matcher> matchers, Duration window) {
    return begin().notFollowedBy(ABSENT).where(new Holds(matchers)).within(window);
  }

  /** Whether one event meets {@code matcher}, which is no pattern itself. */
  static SimpleCondition<PatternInput> holds(Matcher matcher) {
    return new Holds(List.of(matcher));
  }

  private static Pattern<PatternInput, PatternInput> begin() {
    return Pattern.<PatternInput>begin(ENTERED).where(new IsEntry());
  }

  private static final class IsEntry extends SimpleCondition<PatternInput> {
    @Override
    public boolean filter(PatternInput input) {
      return input instanceof PatternInput.Entry;
    }

    @Override
    public String toString() {
      return "";
    }
  }

  private static final class Holds extends SimpleCondition<PatternInput> {
    private final transient List<Matcher> matchers;

    Holds(List<Matcher> matchers) {
      this.matchers = matchers;
    }

    @Override
    public boolean filter(PatternInput input) {
      return input instanceof PatternInput.Observed observed
          && matchers.stream().anyMatch(matcher -> holds(matcher, observed));
    }

    private static boolean holds(Matcher matcher, PatternInput.Observed observed) {
      if (matcher instanceof EventMatcher event) {
        return event.holds(observed.event(), observed.context());
      }
      return matcher instanceof ProfileMatcher profile && profile.holds(observed.context());
    }

    @Override
    public String toString() {
      return matchers.isEmpty()
          ? "nothing"
          : matchers.stream().map(Matcher::toString).collect(Collectors.joining(" or "));
    }
  }
}
