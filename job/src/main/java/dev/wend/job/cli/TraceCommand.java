package dev.wend.job.cli;

import dev.wend.connectors.file.Folder;
import dev.wend.issue.DidYouMean;
import dev.wend.job.trace.CustomerTrace;
import dev.wend.job.trace.Journey;
import dev.wend.job.trace.KnownNames;
import dev.wend.job.trace.ReplayFiles;
import dev.wend.job.trace.TraceLine;
import dev.wend.job.trace.TraceTable;
import dev.wend.job.trace.UnreadableTraceException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wend trace}: what a replay did with one customer, and why. */
@Command(
    name = "trace",
    description = {
      "Prints one customer's timeline from the files of a replay: what happened when,",
      "at which node of which instance, and what caused it: a message, a deadline, the clock.",
      "--action and --node tell why the customer got something, or why not."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:printed",
      "2:wrong usage, or no record of that customer, scenario, node or action",
      "3:the files cannot be read"
    })
public final class TraceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "Where 'wend replay --out' wrote, or a URI of that.")
  private String directory;

  @Option(names = "--customer", paramLabel = "ID", required = true, description = "Whose timeline.")
  private String customer;

  @Option(names = "--scenario", paramLabel = "ID", description = "Of this scenario alone.")
  private Optional<String> scenario;

  @ArgGroup private Question question = new Question();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  /** Of one thing, why it was done. */
  static final class Question {
    @Option(
        names = "--node",
        paramLabel = "ID",
        description = "The way of each instance up to this node, or to where it ended before.")
    private Optional<String> node = Optional.empty();

    @Option(
        names = "--action",
        paramLabel = "ACTIONID",
        description = "The way of one instance up to this action.")
    private Optional<String> action = Optional.empty();
  }

  @Override
  public Integer call() {
    ReplayFiles files = new ReplayFiles(Folder.of(directory));
    try {
      TracePrinter printer = new TracePrinter(spec.commandLine().getOut(), json);
      print(files, printer);
      return ExitCodes.OK;
    } catch (UnreadableTraceException unreadable) {
      return tell(unreadable.getMessage(), ExitCodes.FAILED);
    } catch (NoRecordException none) {
      return tell(none.getMessage(), ExitCodes.USAGE);
    }
  }

  private void print(ReplayFiles files, TracePrinter printer)
      throws UnreadableTraceException, NoRecordException {
    List<TraceLine> all = CustomerTrace.read(files, customer);
    if (all.isEmpty()) {
      throw new NoRecordException(
          "no record of customer '"
              + customer
              + "' in "
              + directory
              + ": no event of this customer made a journey begin"
              + KnownNames.customerLike(files, customer)
                  .map(like -> "; did you mean '" + like + "'?")
                  .orElse(""));
    }
    List<Journey> journeys = ofScenario(Journey.of(all));
    if (question.action.isPresent()) {
      upToAction(journeys, question.action.get(), printer);
    } else if (question.node.isPresent()) {
      upToNode(journeys, question.node.get(), files, printer);
    } else {
      printer.timeline(customer, all.stream().filter(this::isAsked).toList(), journeys);
    }
  }

  private boolean isAsked(TraceLine line) {
    return scenario.isEmpty() || line.isOf(scenario.get());
  }

  private List<Journey> ofScenario(List<Journey> all) throws NoRecordException {
    List<Journey> asked =
        all.stream()
            .filter(journey -> scenario.isEmpty() || journey.scenario().equals(scenario.get()))
            .toList();
    if (asked.isEmpty() && scenario.isPresent()) {
      throw new NoRecordException(
          "customer '"
              + customer
              + "' did not come into scenario '"
              + scenario.get()
              + "'"
              + DidYouMean.question(
                  scenario.get(), all.stream().map(Journey::scenario).distinct().toList()));
    }
    return asked;
  }

  private void upToAction(List<Journey> journeys, String action, TracePrinter printer)
      throws NoRecordException {
    for (Journey journey : journeys) {
      Optional<String> node = journey.nodeOf(action);
      if (node.isPresent()) {
        printer.way(journey, node.get());
        return;
      }
    }
    throw new NoRecordException(
        "customer '" + customer + "' got no action '" + action + "' in " + directory);
  }

  private void upToNode(
      List<Journey> journeys, String node, ReplayFiles files, TracePrinter printer)
      throws UnreadableTraceException, NoRecordException {
    SortedSet<String> scenarios = KnownNames.scenariosWithNode(files, node);
    List<Journey> asked =
        journeys.stream().filter(journey -> scenarios.contains(journey.scenario())).toList();
    if (asked.isEmpty()) {
      throw new NoRecordException(
          scenarios.isEmpty()
              ? "no customer came to a node '" + node + "'" + nodeLike(node, journeys)
              : "customer '" + customer + "' did not come into " + String.join(", ", scenarios));
    }
    asked.forEach(journey -> printer.way(journey, node));
  }

  private static String nodeLike(String node, List<Journey> journeys) {
    return DidYouMean.question(
        node,
        journeys.stream()
            .flatMap(journey -> journey.lines().stream())
            .map(TraceLine::node)
            .distinct()
            .toList());
  }

  private int tell(String message, int exitCode) {
    PrintWriter errors = spec.commandLine().getErr();
    errors.println("error: " + TraceTable.printable(message));
    errors.flush();
    return exitCode;
  }

  /** There is nothing of what was asked for. */
  private static final class NoRecordException extends Exception {
    private static final long serialVersionUID = 1;

    NoRecordException(String message) {
      super(message);
    }
  }
}
