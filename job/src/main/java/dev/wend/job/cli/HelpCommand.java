package dev.wend.job.cli;

import dev.wend.issue.DidYouMean;
import dev.wend.issue.IssueCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wend help}: how commands are used, and what the codes of errors and warnings mean. */
@Command(
    name = "help",
    helpCommand = true,
    description = {
      "Explains a command, or the code of an error or warning with an example and the fix.",
      "Without a topic it lists the commands; 'wend help codes' lists the codes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:explained", "2:no such topic"})
public final class HelpCommand implements Callable<Integer> {
  private static final String CODES = "codes";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "TOPIC",
      description = "A command, or a code such as SCN012.")
  private Optional<String> topic;

  @Override
  public Integer call() {
    CommandLine main = spec.parent().commandLine();
    PrintWriter printed = spec.commandLine().getOut();
    boolean known = topic.map(word -> explain(word, main, printed)).orElse(false);
    if (topic.isEmpty()) {
      main.usage(printed);
    }
    printed.flush();
    return topic.isEmpty() || known ? ExitCodes.OK : unknown(topic.get(), main);
  }

  private static boolean explain(String topic, CommandLine main, PrintWriter printed) {
    Optional<CommandLine> command = Optional.ofNullable(main.getSubcommands().get(topic));
    Optional<IssueCode> code = IssueCode.of(topic);
    command.ifPresent(known -> known.usage(printed));
    code.ifPresent(known -> printed.print(explanation(known)));
    if (topic.equals(CODES)) {
      Stream.of(IssueCode.values()).forEach(known -> printed.println(heading(known)));
      return true;
    }
    return command.isPresent() || code.isPresent();
  }

  private static String heading(IssueCode code) {
    return code.code() + " " + code.title();
  }

  private static String explanation(IssueCode code) {
    return "%s%n%nExample:%n  %s%n%nFix:%n  %s%n"
        .formatted(heading(code), code.example(), code.fix());
  }

  private int unknown(String topic, CommandLine main) {
    List<String> topics =
        Stream.concat(main.getSubcommands().keySet().stream(), IssueCode.codes().stream()).toList();
    PrintWriter errors = spec.commandLine().getErr();
    errors.println("There is no help about '" + topic + "'" + DidYouMean.question(topic, topics));
    errors.println("'wend help' lists the commands, 'wend help codes' the codes.");
    errors.flush();
    return ExitCodes.USAGE;
  }
}
