package dev.wend.connectors.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.StrictJson;
import dev.wend.connectors.file.EventFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Places in JSON records as columns. */
final class JsonSample {
  private static final Set<String> NATIVE_TYPES = Set.of("track", "page", "screen", "identify");
  private static final int MAX_COLUMNS = 300;
  private static final int MAX_DEPTH = 6;

  private JsonSample() {}

  static SampleFile of(EventFile file, String layout, ObjectNode format, List<byte[]> records) {
    List<JsonNode> rows = records.stream().flatMap(JsonSample::read).toList();
    Map<String, List<JsonNode>> lists = new LinkedHashMap<>();
    List<Column> columns = columns(rows, lists);
    Map<String, List<Column>> columnsOfLists = new LinkedHashMap<>();
    lists.forEach(
        (place, items) -> columnsOfLists.put(place, columns(items, new LinkedHashMap<>())));
    long nativeRows = rows.stream().filter(JsonSample::isNative).count();
    boolean isNative = !rows.isEmpty() && nativeRows > 0.8 * rows.size();
    return new SampleFile(
        file, layout, format, columns, columnsOfLists, records, isNative, List.of());
  }

  private static Stream<JsonNode> read(byte[] record) {
    try {
      return Stream.of(StrictJson.readObject(record));
    } catch (InvalidRecordException unreadable) {
      return Stream.empty();
    }
  }

  private static boolean isNative(JsonNode row) {
    return NATIVE_TYPES.contains(row.path("type").asText())
        && row.has("timestamp")
        && (row.has("userId") || row.has("anonymousId"));
  }

  private static List<Column> columns(List<JsonNode> rows, Map<String, List<JsonNode>> lists) {
    Map<String, String[]> values = new LinkedHashMap<>();
    Map<String, Boolean> texts = new LinkedHashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      flatten("", rows.get(row), 0, new Cells(row, rows.size(), values, texts, lists));
    }
    List<Column> columns = new ArrayList<>();
    values.forEach(
        (place, column) -> columns.add(new Column(place, List.of(column), texts.get(place))));
    return columns;
  }

  private record Cells(
      int row,
      int rows,
      Map<String, String[]> values,
      Map<String, Boolean> texts,
      Map<String, List<JsonNode>> lists) {
    void put(String place, JsonNode value) {
      if (values.size() < MAX_COLUMNS || values.containsKey(place)) {
        String[] column = values.computeIfAbsent(place, added -> empty());
        column[row] = value.asText();
        texts.merge(place, value.isTextual(), Boolean::logicalOr);
      }
    }

    private String[] empty() {
      String[] column = new String[rows];
      Arrays.fill(column, "");
      return column;
    }
  }

  private static void flatten(String place, JsonNode value, int depth, Cells cells) {
    if (value.isObject() && depth < MAX_DEPTH) {
      value
          .properties()
          .forEach(
              member ->
                  flatten(
                      place + '/' + member.getKey().replace("~", "~0").replace("/", "~1"),
                      member.getValue(),
                      depth + 1,
                      cells));
    } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
      value.forEach(cells.lists().computeIfAbsent(place, added -> new ArrayList<>())::add);
    } else if (value.isValueNode() && !value.isNull()) {
      cells.put(place, value);
    }
  }
}
