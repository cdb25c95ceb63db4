package dev.wend.connectors.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.EventFileInput;
import dev.wend.connectors.file.LineReader;
import dev.wend.connectors.file.Records;
import dev.wend.connectors.file.Transcoded;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of a mapping, with those that lie beside the event files of one directory read. */
final class Tables {
  private static final int MAX_LINE_LENGTH = 1024 * 1024;

  private final Map<String, Map<String, JsonNode>> values;

  private Tables(Map<String, Map<String, JsonNode>> values) {
    this.values = values;
  }

  /**
   * Reads the tables that are named.
   *
   * @throws IOException when one of them cannot be read
   */
  static Tables load(Map<String, Table> tables, Set<String> named, EventFile data)
      throws IOException {
    Map<String, Map<String, JsonNode>> loaded = new HashMap<>();
    for (String name : named) {
      Table table = tables.get(name);
      if (table instanceof Table.Inline inline) {
        loaded.put(name, inline.values());
      } else if (table instanceof Table.BesideData file) {
        loaded.put(name, read(name, file, data));
      }
    }
    return new Tables(loaded);
  }

  /** Those that stand in the mapping itself. */
  static Tables inline(Map<String, Table> tables) {
    Map<String, Map<String, JsonNode>> values = new HashMap<>();
    tables.forEach(
        (name, table) -> {
          if (table instanceof Table.Inline inline) {
            values.put(name, inline.values());
          }
        });
    return new Tables(values);
  }

  /** What the table holds for the key; a missing node where it holds nothing. */
  JsonNode lookup(String table, String key) {
    return values.get(table).getOrDefault(key, MissingNode.getInstance());
  }

  private static Map<String, JsonNode> read(String name, Table.BesideData table, EventFile data)
      throws IOException {
    EventFile file =
        data.beside(table.file())
            .orElseThrow(
                () ->
                    new IOException(
                        "table " + name + ": " + table.file() + " is not beside the data"));
    try (EventFileInput in = EventFileInput.open(file)) {
      return read(
          table, new LineReader(Transcoded.of(in, table.format().charset()), MAX_LINE_LENGTH));
    } catch (InvalidRecordException unreadable) {
      throw new IOException("table " + name + ": " + unreadable.getMessage(), unreadable);
    }
  }

  private static Map<String, JsonNode> read(Table.BesideData table, LineReader lines)
      throws IOException, InvalidRecordException {
    Source.Column key = new Source.Column(table.key());
    Source.Column value = new Source.Column(table.value());
    CsvRows rows =
        new CsvRows(
            table.format(), Set.of(table.key(), table.value()), new Tables(Map.of()), Map.of());
    Records records =
        table
            .format()
            .quotes()
            .<Records>map(scan -> new JoinedLines(lines, rows, scan))
            .orElse(lines);
    Map<String, JsonNode> values = new HashMap<>();
    while (records.next()) {
      byte[] line = records.record();
      List<Row> read = line.length == 0 ? List.of() : rows.read(line);
      for (Row row : read) {
        if (!row.at(key).isMissingNode() && !row.at(value).isMissingNode()) {
          values.put(row.at(key).textValue(), TextNode.valueOf(row.at(value).textValue()));
        }
      }
    }
    return values;
  }
}
