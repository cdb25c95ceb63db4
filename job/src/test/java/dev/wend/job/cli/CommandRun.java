package dev.wend.job.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command did.
 *
 * @param printed to the standard output
 * @param complained to the standard error output
 */
public record CommandRun(int exitCode, String printed, String complained) {

  /** Runs {@code wend} with these arguments, in this process. */
  public static CommandRun of(String... arguments) {
    StringWriter printed = new StringWriter();
    StringWriter complained = new StringWriter();
    int exitCode =
        Main.commandLine()
            .setOut(new PrintWriter(printed))
            .setErr(new PrintWriter(complained))
            .execute(arguments);
    return new CommandRun(exitCode, printed.toString(), complained.toString());
  }
}
