package dev.wend.connectors.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.connectors.file.QuoteScan;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** How the rows of an input are written. */
sealed interface Format {
  /**
   * A row per line.
   *
   * @param quote empty where values are not quoted
   * @param columns the names of the columns; empty where the first line has them
   */
  record Csv(char delimiter, Optional<Character> quote, List<String> columns, Charset charset)
      implements Format {
    /** Comma, double quotes, names in the first line. */
    static final Csv DEFAULT = new Csv(',', Optional.of('"'), List.of(), UTF_8);

    /** What follows the quotes; nothing where no value can hold a line break. */
    Optional<QuoteScan> quotes() {
      return quote
          .filter(mark -> mark < ASCII_END && delimiter < ASCII_END)
          .map(mark -> new QuoteScan(mark, delimiter));
    }
  }

  /** The first character that is not ASCII. */
  char ASCII_END = 128;

  /** How the text of the file is encoded. */
  default Charset charset() {
    return UTF_8;
  }

  /**
   * A JSON record per line, or a row of a Parquet file.
   *
   * @param records where in the record the list of rows stands; empty where the record is the row
   */
  record JsonLines(Optional<JsonPointer> records) implements Format {}
}
