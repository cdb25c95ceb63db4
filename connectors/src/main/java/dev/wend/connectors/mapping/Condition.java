package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.connectors.InvalidRecordException;
import java.util.List;
import java.util.Set;

/** Which rows an event is made of. Values compare as text; a missing value is empty and nothing else. */
sealed interface Condition {
  /** Whether it holds for the row. */
  boolean holds(Row row) throws InvalidRecordException;

  /** The value is one of some texts. */
  record In(Value value, Set<String> texts) implements Condition {
    @Override
    public boolean holds(Row row) throws InvalidRecordException {
      JsonNode found = value.read(row);
      return !found.isMissingNode() && texts.contains(Transform.text(found));
    }
  }

  /** The value begins with a text. */
  record StartsWith(Value value, String prefix) implements Condition {
    @Override
    public boolean holds(Row row) throws InvalidRecordException {
      JsonNode found = value.read(row);
      return !found.isMissingNode() && Transform.text(found).startsWith(prefix);
    }
  }

  /** The value ends with a text. */
  record EndsWith(Value value, String suffix) implements Condition {
    @Override
    public boolean holds(Row row) throws InvalidRecordException {
      JsonNode found = value.read(row);
      return !found.isMissingNode() && Transform.text(found).endsWith(suffix);
    }
  }

  /** There is no value, or an empty text. */
  record Empty(Value value) implements Condition {
    @Override
    public boolean holds(Row row) throws InvalidRecordException {
      JsonNode found = value.read(row);
      return found.isMissingNode() || (found.isTextual() && found.textValue().isEmpty());
    }
  }

  /** The other one does not hold. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Row row) throws InvalidRecordException {
      return !condition.holds(row);
    }
  }

  /** One of several holds. */
  record Any(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Row row) throws InvalidRecordException {
      for (Condition condition : conditions) {
        if (condition.holds(row)) {
          return true;
        }
      }
      return false;
    }
  }
}
