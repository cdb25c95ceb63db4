package dev.wend.matcher;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** A test of an event's properties. */
public sealed interface Where {
  /** Whether {@code properties} meet it. */
  boolean holds(JsonNode properties, MatchContext context);

  /** One property compared. */
  record Property(JsonPointer pointer, Comparison comparison) implements Where {
    @Override
    public boolean holds(JsonNode properties, MatchContext context) {
      return comparison.holds(properties.at(pointer), context);
    }

    @Override
    public String toString() {
      return pointer + " " + comparison;
    }
  }

  /** All of them. */
  record All(List<Where> parts) implements Where {
    @Override
    public boolean holds(JsonNode properties, MatchContext context) {
      for (Where part : parts) {
        if (!part.holds(properties, context)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String toString() {
      return parts.stream().map(Where::toString).collect(Collectors.joining(" and ", "(", ")"));
    }
  }

  /** At least one of them. */
  record Any(List<Where> parts) implements Where {
    @Override
    public boolean holds(JsonNode properties, MatchContext context) {
      for (Where part : parts) {
        if (part.holds(properties, context)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String toString() {
      return parts.stream().map(Where::toString).collect(Collectors.joining(" or ", "(", ")"));
    }
  }

  /** Not it. */
  record Not(Where part) implements Where {
    @Override
    public boolean holds(JsonNode properties, MatchContext context) {
      return !part.holds(properties, context);
    }

    @Override
    public String toString() {
      return "not " + part;
    }
  }
}
