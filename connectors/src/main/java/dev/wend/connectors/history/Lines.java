package dev.wend.connectors.history;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.QuoteScan;
import dev.wend.connectors.file.Records;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes the records of one file in their order. */
interface Lines {
  /**
   * Hands on what the record holds.
   *
   * @param number of its first line, or of its row
   * @throws IOException when the file as a whole cannot be read
   */
  void take(long number, byte[] record, HistorySink sink) throws IOException;

  /** The records that lines hold. */
  default Records records(Records lines) {
    return lines;
  }

  /** How the text of the file is encoded. */
  default Charset charset() {
    return StandardCharsets.UTF_8;
  }

  /** What tells whether a line ends inside a value; nothing where none can. */
  default Optional<QuoteScan> quotes() {
    return Optional.empty();
  }

  /** Whether the first record says how the others are read. */
  default boolean hasHeader() {
    return false;
  }

  /** Makes ready for a file. */
  interface Opener {
    Lines open(EventFile file) throws IOException;
  }

  /** Hands on a line as a dead letter. */
  static void reject(
      EventFile file, long number, byte[] line, Decoded.Rejected rejected, HistorySink sink) {
    sink.deadLetter(DeadLetter.of(file.name(), number, rejected.reason(), rejected.detail(), line));
  }
}
