package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** What a mapping rule reads: one CSV row, JSON record, or item of a list in it. */
interface Row {
  /** The value there; a missing node where there is none. Empty CSV values and nulls are none. */
  JsonNode at(Source source);

  /** What a table holds for a key; a missing node where it holds nothing. */
  JsonNode lookup(String table, String key);
}
