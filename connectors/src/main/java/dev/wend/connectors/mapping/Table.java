package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.connectors.file.EventFile;
import java.util.Map;

/** A table in which a mapping looks values up. */
sealed interface Table {
  /** Whether it is that file. */
  boolean isIn(EventFile file);

  /** Written in the mapping itself. */
  record Inline(Map<String, JsonNode> values) implements Table {
    @Override
    public boolean isIn(EventFile other) {
      return false;
    }
  }

  /** Two columns of a CSV file that lies beside the event file; of rows with the same key the last counts. */
  record BesideData(String file, String key, String value, Format.Csv format) implements Table {
    @Override
    public boolean isIn(EventFile other) {
      return file.equals(other.lastName());
    }
  }
}
