package dev.wend.job.config;

import java.util.List;
import java.util.regex.Pattern;

/** Which topics are read. */
public sealed interface Topics {
  /** Those with these names. */
  record Named(List<String> names) implements Topics {}

  /** Those whose whole name matches a regular expression. */
  record Matching(String expression) implements Topics {
    /** The expression, compiled. */
    public Pattern pattern() {
      return Pattern.compile(expression);
    }
  }
}
