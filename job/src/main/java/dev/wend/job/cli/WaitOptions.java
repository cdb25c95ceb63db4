package dev.wend.job.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How long a command waits for the job's answers. */
final class WaitOptions {
  private static final Duration USUAL = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  @ArgGroup private Choice choice = new Choice();

  /** One or the other. */
  static final class Choice {
    @Option(
        names = "--wait",
        paramLabel = "DURATION",
        description = "How long to wait for the job's answers, up to P1D (default PT1M).")
    private Optional<Duration> wait = Optional.empty();

    @Option(names = "--no-wait", description = "Send, and do not wait.")
    private boolean none;
  }

  /** Empty for not at all. */
  Optional<Duration> wait(CommandSpec command) {
    Duration wait = choice.wait.orElse(USUAL);
    if (wait.isNegative() || wait.compareTo(LONGEST) > 0) {
      throw new ParameterException(command.commandLine(), "--wait must be from PT0S to P1D");
    }
    return choice.none ? Optional.empty() : Optional.of(wait);
  }
}
