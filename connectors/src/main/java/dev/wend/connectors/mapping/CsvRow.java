package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;

/** A row of text values. */
record CsvRow(
    Map<String, Integer> columns,
    List<String> values,
    Tables tables,
    Map<String, String> partitions)
    implements Row {
  @Override
  public JsonNode at(Source source) {
    if (source instanceof Source.Partition partition) {
      return partition.in(partitions);
    }
    Integer index = source instanceof Source.Column column ? columns.get(column.name()) : null;
    String value = index == null ? "" : values.get(index);
    return value.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(value);
  }

  @Override
  public JsonNode lookup(String table, String key) {
    return tables.lookup(table, key);
  }
}
