package dev.wend.connectors.inference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.wend.connectors.file.QuoteScan;
import dev.wend.event.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file separates values.
 *
 * @param quoted whether values may stand in double quotes
 */
record Dialect(char delimiter, boolean quoted) {
  private static final CsvMapper MAPPER = new CsvMapper();
  private static final int LINES_OF_A_VALUE = 50;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  /** That in which most lines have the same number of values, of more than one; empty where there is none. */
  static Optional<Dialect> of(List<byte[]> lines) {
    Optional<Dialect> best = Optional.empty();
    double bestScore = 0;
    for (boolean quoted : new boolean[] {true, false}) {
      for (char delimiter : DELIMITERS) {
        Dialect dialect = new Dialect(delimiter, quoted);
        double score = dialect.score(lines);
        if (score > bestScore) {
          bestScore = score;
          best = Optional.of(dialect);
        }
      }
    }
    return best;
  }

  private double score(List<byte[]> lines) {
    Map<Integer, Integer> sizes = new HashMap<>();
    List<byte[]> records = records(lines);
    records.forEach(record -> sizes.merge(split(text(record)).size(), 1, Integer::sum));
    return sizes.entrySet().stream()
        .filter(size -> size.getKey() > 1)
        .mapToDouble(size -> size.getValue() / (double) records.size() + size.getKey() / 1_000.0)
        .max()
        .orElse(0);
  }

  /** The values of a record; none where it cannot be read. */
  List<String> split(String record) {
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(delimiter);
    try {
      String[] values =
          MAPPER
              .readerFor(String[].class)
              .with(quoted ? schema.withQuoteChar('"') : schema.withoutQuoteChar())
              .readValue(record);
      return List.of(values);
    } catch (JsonProcessingException unreadable) {
      return List.of();
    }
  }

  /** The lines, with those joined between which a quoted value goes on. */
  List<byte[]> records(List<byte[]> lines) {
    return quoted ? joined(lines, new QuoteScan('"', delimiter)) : lines;
  }

  private static List<byte[]> joined(List<byte[]> lines, QuoteScan scan) {
    List<byte[]> records = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      StringBuilder record = new StringBuilder(text(lines.get(index)));
      scan.begin();
      scan.follow(lines.get(index), 0, lines.get(index).length);
      int last = index;
      while (scan.isOpen() && last + 1 < lines.size() && last - index < LINES_OF_A_VALUE) {
        last++;
        byte[] line = lines.get(last);
        scan.follow(line, 0, line.length);
        record.append('\n').append(text(line));
      }
      boolean closed = !scan.isOpen() && !scan.isMalformed();
      records.add(closed ? record.toString().getBytes(UTF_8) : lines.get(index));
      index = closed ? last : index;
    }
    return records;
  }

  private static String text(byte[] record) {
    return new String(record, UTF_8);
  }

  /** Whether the first row looks like names rather than values. */
  static boolean isHeader(List<String> row) {
    return new HashSet<>(row).size() == row.size()
        && row.stream()
            .allMatch(
                name -> !name.isBlank() && name.length() <= 100 && !name.matches("[-+0-9.,:/ ]+"))
        && row.stream().noneMatch(name -> name.contains("@"));
  }

  /** As a mapping says it. */
  ObjectNode format(List<String> columns) {
    ObjectNode format = Json.object().put("type", delimiter == '\t' ? "tsv" : "csv");
    if (delimiter != '\t' && delimiter != ',') {
      format.put("delimiter", String.valueOf(delimiter));
    }
    if (!quoted) {
      format.put("quote", "");
    }
    if (!columns.isEmpty()) {
      columns.forEach(format.putArray("columns")::add);
    }
    return format;
  }

  /** Names for columns that have none. */
  static List<String> numbered(int columns) {
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= columns; column++) {
      names.add("column" + column);
    }
    return names;
  }
}
