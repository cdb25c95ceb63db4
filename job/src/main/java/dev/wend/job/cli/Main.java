package dev.wend.job.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code wend}: all commands; a new one is one line here. */
@Command(
    name = "wend",
    description = "Customer journeys as compiled Flink CEP patterns.",
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:errors in scenarios or in the configuration",
      "2:wrong usage",
      "3:failed"
    },
    subcommands = {
      ValidateCommand.class,
      ExplainCommand.class,
      ReplayCommand.class,
      CompareCommand.class,
      InferMappingCommand.class,
      TraceCommand.class,
      GenerateCommand.class,
      CopyCommand.class,
      RunCommand.class,
      ConfigCommand.class,
      DeployCommand.class,
      StopCommand.class,
      StatusCommand.class,
      HelpCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show how a command is used.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "When something fails, show where in the program.")
  private boolean debug;

  /** Runs a command and returns its exit code to the shell. */
  public static void main(String[] arguments) {
    CommandLine commandLine = commandLine().setOut(writer(System.out)).setErr(writer(System.err));
    System.exit(execute(commandLine, arguments));
  }

  /** All commands, with the exit codes of {@link ExitCodes}. */
  static CommandLine commandLine() {
    Main main = new Main();
    return new CommandLine(main)
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        .setExecutionStrategy(Main::execute)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              main.tell(failure, command.getErr());
              return ExitCodes.FAILED;
            });
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  private static int execute(ParseResult parsed) {
    try {
      FileSystems.prepare(parsed.originalArgs());
    } catch (RuntimeException broken) {
      throw new ExecutionException(
          parsed.commandSpec().commandLine(), "no file systems of plugins", broken);
    }
    return new RunLast().execute(parsed);
  }

  private static int execute(CommandLine commandLine, String[] arguments) {
    try {
      return commandLine.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError failure) {
      Main main = commandLine.getCommand();
      main.tell(failure, commandLine.getErr());
      return ExitCodes.FAILED;
    }
  }

  private void tell(Throwable failure, PrintWriter errors) {
    String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    errors.println(
        "error: "
            + (message == null ? name : name + ": " + message.lines().findFirst().orElse(""))
            + (debug ? "" : " (--debug shows where)"));
    if (debug) {
      failure.printStackTrace(errors);
    }
    errors.flush();
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** The version of the jar that runs. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"wend " + (version == null ? "unpackaged" : version)};
    }
  }
}
