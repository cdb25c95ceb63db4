package dev.wend.connectors.file;

/** A path that was given does not lead to event files; the message names it and says why. */
public final class UnreadablePathException extends Exception {
  /** Says why. */
  public UnreadablePathException(String message) {
    super(message);
  }
}
