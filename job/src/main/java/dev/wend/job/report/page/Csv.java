package dev.wend.job.report.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as RFC 4180 has it, lines ended by a line feed.
 *
 * @param name of the file, without {@code .csv}
 */
record Csv(String name, List<String> header, List<List<Object>> rows) {
  String text() {
    Stream<List<?>> lines = Stream.concat(Stream.of(header), rows.stream());
    return lines.map(Csv::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(List<?> values) {
    return values.stream().map(value -> quoted(value.toString())).collect(Collectors.joining(","));
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
    return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
