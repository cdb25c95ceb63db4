package dev.wend.job.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** {@code wend} as Flink calls it: the process is not its own, so it never ends it. */
public final class ClusterMain {
  private ClusterMain() {}

  /**
   * Runs a command.
   *
   * @throws IllegalArgumentException when it fails, after it said why
   */
  public static void main(String[] arguments) {
    CommandLine commandLine =
        Main.commandLine()
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    int exitCode = commandLine.execute(arguments);
    if (exitCode != ExitCodes.OK) {
      throw new IllegalArgumentException("wend ended with exit code " + exitCode);
    }
  }
}
