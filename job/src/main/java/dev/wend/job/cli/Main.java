package dev.wend.job.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "wend",
    subcommands = {ExplainCommand.class, ReplayCommand.class, GenerateCommand.class})
public final class Main {
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
