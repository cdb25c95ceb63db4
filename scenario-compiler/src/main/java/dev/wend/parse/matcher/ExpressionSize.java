package dev.wend.parse.matcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a regular expression in RE2 syntax grows when it is compiled: repetitions with a count are written out, those
 * in each other multiply.
 */
final class ExpressionSize {
  /** As large as an expression may be. */
  static final int MOST = 10_000;

  /** As long as an expression may be, in characters. */
  static final int LONGEST = 2_000;

  private static final Pattern PART =
      Pattern.compile(
          "\\\\Q.*?(?:\\\\E|$)|\\\\[pPx]\\{[^}]*}|\\\\.|\\[\\^?]?(?:\\\\.|[^\\]\\\\])*]"
              + "|\\{(?<least>[0-9]{1,9})(?:,(?<most>[0-9]{0,9}))?}|.",
          Pattern.DOTALL);

  private ExpressionSize() {}

  /** Whether it can be compiled and matched in little time and memory. */
  static boolean isBounded(String expression) {
    return expression.length() <= LONGEST && of(expression) <= MOST;
  }

  private static double of(String expression) {
    Deque<Double> outside = new ArrayDeque<>();
    double before = 0;
    double last = 0;
    Matcher part = PART.matcher(expression);
    while (part.find()) {
      if (part.group("least") != null) {
        last *= Math.max(1, count(part));
      } else if (part.group().equals("(")) {
        outside.push(before + last);
        before = 0;
        last = 0;
      } else if (part.group().equals(")") && !outside.isEmpty()) {
        last = before + last + 1;
        before = outside.pop();
      } else {
        before += last;
        last = 1;
      }
    }
    return outside.stream().mapToDouble(Double::doubleValue).sum() + before + last;
  }

  private static int count(Matcher repetition) {
    String most = repetition.group("most");
    return Integer.parseInt(most == null || most.isEmpty() ? repetition.group("least") : most);
  }
}
