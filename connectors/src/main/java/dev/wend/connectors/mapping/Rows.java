package dev.wend.connectors.mapping;

import dev.wend.connectors.InvalidRecordException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The lines of one file as rows. */
sealed interface Rows permits CsvRows, JsonRows {
  /**
   * The rows of the next line; none for a line of column names.
   *
   * @throws InvalidRecordException when the line cannot be read
   * @throws IOException when no line of the file can be
   */
  List<Row> read(byte[] line) throws InvalidRecordException, IOException;

  /** Reads as the input is written. */
  static Rows of(MappedInput input, Tables tables, Map<String, String> partitions) {
    return input.format() instanceof Format.Csv csv
        ? new CsvRows(csv, input.columns(), tables, partitions)
        : new JsonRows((Format.JsonLines) input.format(), tables, partitions);
  }
}
