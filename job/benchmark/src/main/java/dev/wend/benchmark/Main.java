package dev.wend.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks. */
@Command(
    name = "wend-benchmark",
    mixinStandardHelpOptions = true,
    description = "Wend beside what else could do its work.",
    subcommands = {
      ThroughputCommand.class,
      GrowthCommand.class,
      WaitingCommand.class,
      MeasureCommand.class,
      WaitCommand.class,
      ReplayCommand.class,
      LatencyCommand.class,
      HistoryCommand.class,
      DelayCommand.class,
      BrokerCommand.class
    })
public final class Main {
  private Main() {}

  /** Ends with 0 where all was measured and all answers were the same. */
  public static void main(String[] arguments) {
    System.setProperty("log4j2.configurationFile", "log4j2.properties");
    CommandLine commands = new CommandLine(new Main());
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(commands.execute(arguments));
  }
}
