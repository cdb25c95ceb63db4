package dev.wend.job.trace;

import java.io.IOException;

/** A file of a replay is not there, or is not what a replay wrote. */
public final class UnreadableTraceException extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableTraceException(String message, IOException cause) {
    super(message, cause);
  }
}
