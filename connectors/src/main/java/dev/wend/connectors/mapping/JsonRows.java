package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.StrictJson;
import dev.wend.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON records, or the items of a list in each. */
record JsonRows(Format.JsonLines format, Tables tables, Map<String, String> partitions)
    implements Rows {
  @Override
  public List<Row> read(byte[] line) throws InvalidRecordException {
    ObjectNode record = StrictJson.readObject(line);
    if (format.records().isEmpty()) {
      return List.of(new JsonRow(record, record, tables, partitions));
    }
    JsonNode list = record.at(format.records().get());
    if (!list.isArray()) {
      String problem = Json.isMissing(list) ? "no list" : "what is not a list";
      throw new InvalidRecordException(
          DeadLetterReason.UNREADABLE_ROW, problem + " at " + format.records().get());
    }
    List<Row> rows = new ArrayList<>();
    list.forEach(item -> rows.add(new JsonRow(item, record, tables, partitions)));
    return rows;
  }
}
