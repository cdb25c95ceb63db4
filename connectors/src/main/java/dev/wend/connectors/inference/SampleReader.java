package dev.wend.connectors.inference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.EventFileInput;
import dev.wend.connectors.file.FilePart;
import dev.wend.connectors.file.LineReader;
import dev.wend.connectors.file.RowFiles;
import dev.wend.connectors.file.Transcoded;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the first rows of a file and, of a large one that is not compressed, some of its middle and its end. */
final class SampleReader {
  private static final int FIRST = 10_000;
  private static final int LATER = 2_000;
  private static final int HEAD_BYTES = 256 * 1024;
  private static final int LINES_FOR_DIALECT = 200;
  private static final int MAX_LINE = 1024 * 1024;

  private SampleReader() {}

  /**
   * Reads a sample.
   *
   * @throws IOException when the file cannot be read, or is of a kind that is not known
   */
  static SampleFile read(EventFile file) throws IOException {
    if (RowFiles.isRowFile(file)) {
      return JsonSample.of(file, "Parquet", Json.object().put("type", "parquet"), rows(file));
    }
    byte[] head;
    try (EventFileInput in = EventFileInput.open(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    Charset charset = Encoding.of(head);
    String beginning = new String(head, charset).replace("\uFEFF", "").stripLeading();
    if (beginning.isEmpty()) {
      throw new IOException("the file is empty");
    }
    if (beginning.startsWith("[")) {
      throw new IOException(
          "a JSON list: write one object a line first, for example with jq -c '.[]'");
    }
    List<byte[]> lines = lines(file, charset);
    return beginning.startsWith("{")
        ? JsonSample.of(file, "JSON lines", Json.object().put("type", "json"), lines)
        : table(file, charset, lines);
  }

  private static SampleFile table(EventFile file, Charset charset, List<byte[]> lines)
      throws IOException {
    Dialect dialect =
        Dialect.of(lines.subList(0, Math.min(LINES_FOR_DIALECT, lines.size())))
            .orElseThrow(
                () -> new IOException("neither JSON lines nor a table of several columns"));
    List<byte[]> records = dialect.records(lines);
    List<String> names = dialect.split(new String(records.get(0), UTF_8));
    boolean header = Dialect.isHeader(names);
    List<String> unsure = new ArrayList<>();
    if (!header) {
      names = Dialect.numbered(names.size());
      unsure.add(
          "the first line holds no names: the columns are called column1, column2 and so on");
    }
    ObjectNode format = dialect.format(header ? List.of() : names);
    if (!charset.equals(UTF_8)) {
      format.put("charset", charset.name());
      unsure.add("the encoding: it is not UTF-8 and was taken as " + charset.name());
    }
    List<List<String>> rows = new ArrayList<>();
    for (byte[] record : records.subList(header ? 1 : 0, records.size())) {
      List<String> row = dialect.split(new String(record, UTF_8));
      if (row.size() == names.size()) {
        rows.add(row);
      }
    }
    List<Column> columns = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      int column = index;
      columns.add(
          new Column(names.get(index), rows.stream().map(row -> row.get(column)).toList(), true));
    }
    String layout =
        "%s, delimiter %s, %s, %s"
            .formatted(
                dialect.delimiter() == '\t' ? "TSV" : "CSV",
                dialect.delimiter() == '\t' ? "tab" : "\"" + dialect.delimiter() + "\"",
                charset.name(),
                header ? "names in the first line" : "no names");
    return new SampleFile(file, layout, format, columns, Map.of(), records, false, unsure);
  }

  private static List<byte[]> rows(EventFile file) throws IOException {
    List<byte[]> rows = new ArrayList<>();
    try (RowFiles.Open open = RowFiles.reader().open(FilePart.whole(file))) {
      while (rows.size() < FIRST && open.next()) {
        rows.add(open.record());
      }
    }
    return rows;
  }

  private static List<byte[]> lines(EventFile file, Charset charset) throws IOException {
    List<byte[]> lines = new ArrayList<>(lines(FilePart.whole(file), charset, FIRST));
    boolean sought = lines.size() == FIRST && !file.isCompressed() && charset.equals(UTF_8);
    for (long start : sought ? List.of(file.size() / 2, file.size() * 19 / 20) : List.<Long>of()) {
      List<byte[]> later = lines(new FilePart(file, start, file.size(), 0), charset, LATER);
      lines.addAll(later.subList(Math.min(1, later.size()), later.size()));
    }
    return lines;
  }

  private static List<byte[]> lines(FilePart part, Charset charset, int most) throws IOException {
    List<byte[]> lines = new ArrayList<>();
    try (EventFileInput in = EventFileInput.open(part)) {
      LineReader reader = new LineReader(Transcoded.of(in, charset), MAX_LINE);
      while (lines.size() < most && reader.next()) {
        Optional.of(reader.record()).filter(line -> line.length > 0).ifPresent(lines::add);
      }
    }
    return lines;
  }
}
