package dev.wend.connectors.inference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.file.EventFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of a file and what their columns hold.
 *
 * @param layout how it is written, in words
 * @param format how it is written, as a mapping says it
 * @param columns by what stands in the rows; of JSON the places with single values
 * @param lists places in JSON where lists of objects stand, with the columns of these
 * @param records what was looked at, the line of column names among them
 * @param isNative whether the records are native, so that no mapping is needed
 * @param unsure what was not clear
 */
record SampleFile(
    EventFile file,
    String layout,
    ObjectNode format,
    List<Column> columns,
    Map<String, List<Column>> lists,
    List<byte[]> records,
    boolean isNative,
    List<String> unsure) {
  /** Whether another file is laid out in the same way. */
  boolean isLike(SampleFile other) {
    boolean tables = format.path("type").asText().endsWith("sv");
    return format.equals(other.format)
        && (!tables || names().equals(other.names()))
        && isNative == other.isNative;
  }

  boolean isTable() {
    return format.path("type").asText().endsWith("sv");
  }

  Optional<Column> column(String source) {
    return columns.stream().filter(column -> column.source().equals(source)).findFirst();
  }

  private List<String> names() {
    return columns.stream().map(Column::source).toList();
  }
}
