package dev.wend.connectors.mapping;

import com.fasterxml.jackson.core.JsonPointer;
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
  record Csv(char delimiter, Optional<Character> quote, List<String> columns) implements Format {
    /** Comma, double quotes, names in the first line. */
    static final Csv DEFAULT = new Csv(',', Optional.of('"'), List.of());
  }

  /**
   * A JSON record per line.
   *
   * @param records where in the record the list of rows stands; empty where the record is the row
   */
  record JsonLines(Optional<JsonPointer> records) implements Format {}
}
