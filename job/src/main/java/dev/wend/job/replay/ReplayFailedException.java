package dev.wend.job.replay;

import dev.wend.connectors.file.Folder;
import java.io.IOException;

/** A replay did not come to its end. */
public final class ReplayFailedException extends Exception {
  private static final long serialVersionUID = 1;

  /** Because of {@code cause}. */
  public ReplayFailedException(Throwable cause) {
    super(deepest(cause), cause);
  }

  /** Because {@code target} could not be written. */
  ReplayFailedException(Folder target, IOException cause) {
    super("cannot write to " + target + ": " + cause, cause);
  }

  private static String deepest(Throwable cause) {
    Throwable deepest = cause;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
  }
}
