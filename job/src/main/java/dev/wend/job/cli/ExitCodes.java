package dev.wend.job.cli;

/** What the commands return to the shell. */
final class ExitCodes {
  /** Done. */
  static final int OK = 0;

  /** Errors in scenarios, in a mapping file or in a configuration. */
  static final int ERRORS = 1;

  /** Wrong usage, or a path that is not there. */
  static final int USAGE = 2;

  /** What was asked for failed. */
  static final int FAILED = 3;

  /** There are differences, and the command was told to fail then. */
  static final int DIFFERENT = 4;

  /** Interrupted by Ctrl-C, as shells have it. */
  static final int INTERRUPTED = 130;

  private ExitCodes() {}
}
