package dev.wend.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import org.apache.flink.cep.pattern.Pattern;

/** A Flink CEP pattern as text, read from the pattern itself. */
public final class PatternText {
  private PatternText() {}

  /** For example {@code begin(entered).followedBy(match: email-opened, of mail).within(PT24H)}. */
  public static String of(Pattern<PatternInput, ?> pattern) {
    Deque<Pattern<PatternInput, ?>> steps = new ArrayDeque<>();
    for (Pattern<PatternInput, ?> step = pattern; step != null; step = step.getPrevious()) {
      steps.addFirst(step);
    }
    return steps.stream().map(PatternText::step).collect(Collectors.joining("."));
  }

  private static String step(Pattern<PatternInput, ?> step) {
    String condition = step.getCondition() == null ? "" : step.getCondition().toString();
    String subject = condition.isEmpty() ? step.getName() : step.getName() + ": " + condition;
    String window =
        step.getWindowSize().map(size -> ".within(" + DurationText.of(size) + ")").orElse("");
    return verb(step) + "(" + subject + ")" + window;
  }

  private static String verb(Pattern<PatternInput, ?> step) {
    if (step.getPrevious() == null) {
      return "begin";
    }
    return switch (step.getQuantifier().getConsumingStrategy()) {
      case STRICT -> "next";
      case SKIP_TILL_NEXT -> "followedBy";
      case SKIP_TILL_ANY -> "followedByAny";
      case NOT_FOLLOW -> "notFollowedBy";
      case NOT_NEXT -> "notNext";
    };
  }
}
