package dev.wend.connectors.file;

import java.io.IOException;

/** The records of a file, one after the other. */
public interface Records {
  /**
   * Goes on to the next record; false at the end.
   *
   * @throws IOException when the bytes cannot be read; {@link #record} then is what was read of that record
   */
  boolean next() throws IOException;

  /** The record, without its end. */
  byte[] record();

  /** The number of the line that it begins in, or of the row, from 1. */
  long number();

  /** Whether the record is longer than what was kept of it. */
  boolean isTooLong();
}
