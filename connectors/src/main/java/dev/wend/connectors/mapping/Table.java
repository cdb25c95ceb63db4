package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A table in which a mapping looks values up. */
sealed interface Table {
  /** Written in the mapping itself. */
  record Inline(Map<String, JsonNode> values) implements Table {}

  /** Two columns of a CSV file that lies beside the event file; of rows with the same key the last counts. */
  record BesideData(String file, String key, String value, Format.Csv format) implements Table {}
}
