package dev.wend.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.Quantifier;
import org.apache.flink.cep.pattern.Quantifier.QuantifierProperty;

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
    return verb(step) + "(" + subject + ")" + quantifier(step) + window;
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

  private static String quantifier(Pattern<PatternInput, ?> step) {
    Quantifier quantifier = step.getQuantifier();
    boolean loops = quantifier.hasProperty(QuantifierProperty.LOOPING);
    StringBuilder text = new StringBuilder();
    if (loops || quantifier.hasProperty(QuantifierProperty.TIMES)) {
      int times = step.getTimes().getFrom();
      text.append(loops ? atLeast(times) : ".times(" + times + ")");
      text.append(contiguity(quantifier.getInnerConsumingStrategy()));
    }
    if (step.getUntilCondition() != null) {
      text.append(".until(").append(step.getUntilCondition()).append(")");
    }
    return text.append(quantifier.hasProperty(QuantifierProperty.OPTIONAL) ? ".optional()" : "")
        .toString();
  }

  private static String atLeast(int times) {
    return times == 1 ? ".oneOrMore()" : ".timesOrMore(" + times + ")";
  }

  private static String contiguity(Quantifier.ConsumingStrategy within) {
    return switch (within) {
      case STRICT -> ".consecutive()";
      case SKIP_TILL_ANY -> ".allowCombinations()";
      default -> "";
    };
  }
}
