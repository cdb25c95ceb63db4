package dev.wend.connectors.mapping;

import dev.wend.connectors.Checksum;
import dev.wend.connectors.DeadLetterReason;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.InvalidRecordException;
import dev.wend.connectors.RecordDefaults;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.QuoteScan;
import dev.wend.connectors.file.Records;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lines of one file, mapped in their order. */
public final class MappedFile {
  static final Decoded.Rejected NOT_MAPPED =
      new Decoded.Rejected(DeadLetterReason.NOT_MAPPED, "no event of the mapping takes this row");

  private final EventFile file;
  private final Format format;
  private final Rows rows;
  private final List<RowMapper> mappers;

  private MappedFile(EventFile file, Format format, Rows rows, List<RowMapper> mappers) {
    this.file = file;
    this.format = format;
    this.rows = rows;
    this.mappers = mappers;
  }

  static MappedFile of(EventFile file, MappedInput input, Tables tables, DecoderSettings settings) {
    List<RowMapper> mappers = new ArrayList<>();
    for (int event = 0; event < input.events().size(); event++) {
      mappers.add(
          new RowMapper(
              List.of(input.index(), event),
              input.events().get(event),
              settings.latest(),
              RecordDefaults.NONE));
    }
    return new MappedFile(file, input.format(), Rows.of(input, tables, file.partitions()), mappers);
  }

  /** How its text is encoded. */
  public Charset charset() {
    return format.charset();
  }

  /** The records that the lines hold: a value in quotes may have line breaks. */
  public Records records(Records lines) {
    return format instanceof Format.Csv csv && rows instanceof CsvRows csvRows
        ? csv.quotes().<Records>map(scan -> new JoinedLines(lines, csvRows, scan)).orElse(lines)
        : lines;
  }

  /** What tells whether a line ends inside a value; nothing where none can. */
  public Optional<QuoteScan> quotes() {
    return format instanceof Format.Csv csv ? csv.quotes() : Optional.empty();
  }

  /** Whether the first record holds the names of the columns. */
  public boolean hasHeader() {
    return format instanceof Format.Csv csv && csv.columns().isEmpty();
  }

  /**
   * Maps the next record.
   *
   * @param position the number of its first line, from 1
   * @throws IOException when the file as a whole does not suit the mapping
   */
  public List<Mapped> map(long position, byte[] line) throws IOException {
    Set<Mapped> mapped = new LinkedHashSet<>();
    try {
      long checksum = Checksum.of(line);
      for (Row row : rows.read(line)) {
        mapped.addAll(map(row, position, checksum));
      }
    } catch (InvalidRecordException unreadable) {
      mapped.add(new Mapped.Rejected(unreadable.rejected()));
    }
    return List.copyOf(mapped);
  }

  private List<Mapped> map(Row row, long position, long checksum) {
    List<Mapped> mapped = new ArrayList<>();
    for (RowMapper mapper : mappers) {
      try {
        if (mapper.takes(row)) {
          mapped.add(mapper.map(row, file.name(), position, checksum));
        }
      } catch (InvalidRecordException invalid) {
        mapped.add(new Mapped.Rejected(invalid.rejected()));
      }
    }
    if (mapped.isEmpty()) {
      mapped.add(new Mapped.Rejected(NOT_MAPPED));
    }
    return mapped;
  }
}
