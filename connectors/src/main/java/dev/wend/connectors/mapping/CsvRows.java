package dev.wend.connectors.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.StrictJson;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** CSV rows, one a record. */
final class CsvRows implements Rows {
  private static final CsvMapper MAPPER = new CsvMapper();

  private final ObjectReader reader;
  private final Set<String> needed;
  private final Tables tables;
  private final Map<String, String> partitions;
  private Map<String, Integer> columns;

  /** Reads rows that have to have the needed columns. */
  CsvRows(Format.Csv format, Set<String> needed, Tables tables, Map<String, String> partitions) {
    this.reader = MAPPER.readerFor(String[].class).with(schema(format));
    this.needed = needed;
    this.tables = tables;
    this.partitions = partitions;
    this.columns = indexes(format.columns());
  }

  @Override
  public List<Row> read(byte[] line) throws InvalidRecordException, IOException {
    List<String> values = values(line);
    if (columns.isEmpty()) {
      columns = header(values);
      return List.of();
    }
    if (values.size() != columns.size()) {
      throw unreadable(values.size() + " values for " + columns.size() + " columns");
    }
    return List.of(new CsvRow(columns, values, tables, partitions));
  }

  /** Whether it can be read as the next row. */
  boolean isRow(byte[] record) {
    try {
      int values = values(record).size();
      return columns.isEmpty() || values == columns.size();
    } catch (InvalidRecordException unreadable) {
      return false;
    }
  }

  private List<String> values(byte[] line) throws InvalidRecordException {
    try {
      String[] values = reader.readValue(StrictJson.text(line));
      return List.of(values);
    } catch (JsonProcessingException invalid) {
      throw unreadable(invalid.getOriginalMessage());
    } catch (InvalidRecordException notText) {
      throw unreadable(notText.getMessage());
    }
  }

  private Map<String, Integer> header(List<String> names) throws IOException {
    Map<String, Integer> found = indexes(names);
    if (found.size() < names.size()) {
      throw new IOException("a column is there twice: " + String.join(", ", names));
    }
    Set<String> lacking = new TreeSet<>(needed);
    lacking.removeAll(found.keySet());
    if (!lacking.isEmpty()) {
      throw new IOException(
          "no column " + String.join(", ", lacking) + " among " + String.join(", ", names));
    }
    return found;
  }

  private static Map<String, Integer> indexes(List<String> names) {
    Map<String, Integer> indexes = new HashMap<>();
    for (int index = 0; index < names.size(); index++) {
      indexes.put(names.get(index), index);
    }
    return indexes;
  }

  private static CsvSchema schema(Format.Csv format) {
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(format.delimiter());
    return format.quote().map(schema::withQuoteChar).orElseGet(schema::withoutQuoteChar);
  }

  private static InvalidRecordException unreadable(String detail) {
    return new InvalidRecordException(DeadLetterReason.UNREADABLE_ROW, detail);
  }
}
