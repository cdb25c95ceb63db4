package dev.wend.job.replay;

import java.io.IOException;
import java.nio.file.Path;

/** A replay did not come to its end. */
public final class ReplayFailedException extends Exception {
  private static final long serialVersionUID = 1;

  /** Because of {@code cause}. */
  public ReplayFailedException(Throwable cause) {
    super(deepest(cause), cause);
  }

  /** Because {@code target} could not be written. */
  ReplayFailedException(Path target, IOException cause) {
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
