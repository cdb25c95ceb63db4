package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wend.event.Json;
import java.util.Map;

/** A JSON record, or a part of one. */
record JsonRow(JsonNode row, JsonNode outer, Tables tables, Map<String, String> partitions)
    implements Row {
  @Override
  public JsonNode at(Source source) {
    if (source instanceof Source.Partition partition) {
      return partition.in(partitions);
    }
    JsonNode value =
        source instanceof Source.Pointer inner
            ? row.at(inner.pointer())
            : source instanceof Source.Outer whole ? outer.at(whole.pointer()) : null;
    return value == null || Json.isMissing(value) ? MissingNode.getInstance() : value;
  }

  @Override
  public JsonNode lookup(String table, String key) {
    return tables.lookup(table, key);
  }
}
