package dev.wend.connectors.kafka;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/** The topics that are read. */
public sealed interface Topics extends Serializable {
  /** Topics by name; at least one. */
  record Named(List<String> names) implements Topics {
    /** Keeps the list as it is now. */
    public Named {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("no topic to read");
      }
    }
  }

  /** All topics whose whole names match a regular expression, also those that are made later. */
  record Matching(String expression) implements Topics {
    /** The expression, compiled. */
    public Pattern pattern() {
      return Pattern.compile(expression);
    }
  }
}
