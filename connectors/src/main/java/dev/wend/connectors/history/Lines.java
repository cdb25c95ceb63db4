package dev.wend.connectors.history;

import dev.wend.connectors.DeadLetter;
import dev.wend.connectors.Decoded;
import dev.wend.connectors.file.EventFile;
import java.io.IOException;

/** Takes the lines of one file in their order. */
interface Lines {
  /**
   * Hands on what the line holds.
   *
   * @throws IOException when the file as a whole cannot be read
   */
  void take(long number, byte[] line, HistorySink sink) throws IOException;

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
