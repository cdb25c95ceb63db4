package dev.wend.job.nfa;

import static dev.wend.job.nfa.Letters.is;

import dev.wend.compile.PatternInput;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.pattern.MalformedPatternException;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** Patterns of all shapes over the letters a to d, with or without the entry. */
final class RandomPatterns {
  static final int LONGEST_WINDOW = 25;
  private final Random random;

  RandomPatterns(Random random) {
    this.random = random;
  }

  /** A pattern that Flink CEP accepts; not necessarily one that it compiles to what is written. */
  Pattern<PatternInput, ?> next(boolean withEntry) {
    Optional<Pattern<PatternInput, ?>> accepted = Optional.empty();
    while (accepted.isEmpty()) {
      accepted = drawAccepted(withEntry);
    }
    return accepted.get();
  }

  private Optional<Pattern<PatternInput, ?>> drawAccepted(boolean withEntry) {
    try {
      Pattern<PatternInput, ?> pattern = draw(withEntry);
      NFACompiler.compileFactory(pattern, true);
      return Optional.of(pattern);
    } catch (MalformedPatternException | UnsupportedOperationException refusedByFlink) {
      return Optional.empty();
    }
  }

  private Pattern<PatternInput, ?> draw(boolean withEntry) {
    AfterMatchSkipStrategy skip =
        switch (random.nextInt(3)) {
          case 0 -> AfterMatchSkipStrategy.noSkip();
          case 1 -> AfterMatchSkipStrategy.skipPastLastEvent();
          default -> AfterMatchSkipStrategy.skipToNext();
        };
    Pattern<PatternInput, PatternInput> pattern = Pattern.begin("s0", skip);
    pattern =
        withEntry ? pattern.where(Letters.isEntry()) : maybe(quantified(pattern.where(letters())));
    int steps = 1 + random.nextInt(3);
    for (int step = 1; step <= steps; step++) {
      if (random.nextInt(4) == 0) {
        Pattern<PatternInput, PatternInput> not =
            random.nextBoolean() ? pattern.notFollowedBy("n" + step) : pattern.notNext("n" + step);
        pattern = not.where(letters());
      }
      pattern = quantified(after(pattern, "s" + step).where(letters()));
      pattern = step < steps ? maybe(pattern) : pattern;
    }
    boolean trailingNot = random.nextInt(3) == 0;
    if (trailingNot) {
      pattern = pattern.notFollowedBy("last").where(letters());
    }
    return trailingNot || random.nextInt(3) > 0
        ? pattern.within(Duration.ofMillis(1 + random.nextInt(LONGEST_WINDOW)))
        : pattern;
  }

  private Pattern<PatternInput, PatternInput> after(
      Pattern<PatternInput, PatternInput> pattern, String name) {
    return switch (random.nextInt(4)) {
      case 0 -> pattern.next(name);
      case 1 -> pattern.followedByAny(name);
      default -> pattern.followedBy(name);
    };
  }

  private Pattern<PatternInput, PatternInput> quantified(Pattern<PatternInput, PatternInput> step) {
    Pattern<PatternInput, PatternInput> loop =
        switch (random.nextInt(8)) {
          case 0 -> step.times(2);
          case 1 -> step.times(1, 3);
          case 2 -> step.oneOrMore();
          case 3 -> step.oneOrMore().until(letters());
          case 4 -> step.timesOrMore(2);
          default -> step;
        };
    if (loop.getTimes() != null && random.nextInt(3) == 0) {
      loop = random.nextBoolean() ? loop.consecutive() : loop.allowCombinations();
    }
    if (loop.getTimes() != null && random.nextInt(6) == 0) {
      loop = loop.greedy();
    }
    return loop;
  }

  private Pattern<PatternInput, PatternInput> maybe(Pattern<PatternInput, PatternInput> step) {
    return random.nextInt(5) == 0 ? step.optional() : step;
  }

  private SimpleCondition<PatternInput> letters() {
    String[] all = {"a", "b", "c", "d", "ab", "bc"};
    return is(all[random.nextInt(all.length)]);
  }
}
