package dev.wend.job.cli;

import dev.wend.check.CheckedScenario;
import dev.wend.connectors.file.Folder;
import dev.wend.job.compare.Compare;
import dev.wend.job.compare.ComparePlan;
import dev.wend.job.compare.Comparison;
import dev.wend.job.compare.ComparisonTable;
import dev.wend.job.compare.Pairing;
import dev.wend.job.journey.Count;
import dev.wend.job.replay.DocumentScenarios;
import dev.wend.job.replay.InputCount;
import dev.wend.job.replay.ReplayFailedException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wend compare}: what a change of scenarios would have changed for a history. */
@Command(
    name = "compare",
    description = {
      "Runs two sets of scenarios (A and B) over the same history files, which are read once, and writes",
      "who would have gone another way: compare.json, differences.jsonl and the page index.html;",
      "dead-letter.jsonl has what could not be taken.",
      "The same history gives the same files, byte for byte."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:compared",
      "1:errors in scenarios or in the mapping file",
      "2:wrong usage, or a path that is not there",
      "3:the comparison failed",
      "4:compared, customers differ, and --fail-on-difference was given"
    })
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--scenarios",
      paramLabel = "A",
      required = true,
      arity = "1..*",
      description =
          "Scenario documents, or directories of them; all of them run, whatever their status.")
  private List<Path> scenarios;

  @Option(
      names = "--against",
      paramLabel = "B",
      required = true,
      arity = "1..*",
      description = "The same, of the other set. Scenarios of one id are compared.")
  private List<Path> against;

  @Option(
      names = "--pair",
      paramLabel = "OLD=NEW",
      description =
          "Compares the scenario OLD of A with NEW of B, of another id; may stand several times.")
  private Map<String, String> pairs = Map.of();

  @Mixin private HistoryOptions history;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "compare",
      description =
          "Where to write, a directory or a URI; on a cluster, a place that all its machines and this one share"
              + " (default ${DEFAULT-VALUE}).")
  private String out;

  @Option(
      names = "--shown",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "How many customers the page shows of those that differ (default ${DEFAULT-VALUE}).")
  private int shown;

  @Option(
      names = "--fail-on-difference",
      description = "Return 4 where some customer differs, for scripts.")
  private boolean failOnDifference;

  @Override
  public Integer call() {
    history.check();
    if (shown < 0) {
      throw new ParameterException(spec.commandLine(), "--shown must not be negative");
    }
    Optional<List<CheckedScenario>> first = Documents.load(scenarios, spec);
    Optional<List<CheckedScenario>> second = Documents.load(against, spec);
    if (first.isEmpty() || second.isEmpty()) {
      return ExitCodes.ERRORS;
    }
    List<CheckedScenario> both =
        Stream.concat(first.get().stream(), second.get().stream()).toList();
    ReplayReport.warnOfCurrentMembers(both, spec.commandLine());
    Pairing pairing = pairing(first.get(), second.get());
    return history.attempt(
        () ->
            tell(
                run(
                    new ComparePlan(
                        history.plan(both),
                        new DocumentScenarios(first.get()),
                        new DocumentScenarios(second.get()),
                        pairing))));
  }

  private Pairing pairing(List<CheckedScenario> first, List<CheckedScenario> second) {
    List<Pairing.Pair> named =
        pairs.entrySet().stream()
            .map(pair -> new Pairing.Pair(pair.getKey(), pair.getValue()))
            .toList();
    try {
      return Pairing.of(ids(first), ids(second), named);
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
    }
  }

  private static List<String> ids(List<CheckedScenario> scenarios) {
    return scenarios.stream().map(checked -> checked.scenario().id()).toList();
  }

  private Comparison run(ComparePlan plan) throws ReplayFailedException {
    try (ReplayProgress progress = history.progress(plan.history())) {
      return new Compare(plan, Folder.of(out), shown).run(history.configuration(), progress);
    }
  }

  private int tell(Comparison comparison) {
    PrintWriter printed = spec.commandLine().getOut();
    printed.println(ComparisonTable.of(comparison));
    printed.printf(
        "%d customers: %d do the same, %d differ%n",
        comparison.customers(),
        comparison.customers() - comparison.differentCustomers(),
        comparison.differentCustomers());
    printed.printf(
        "%d events from %d files: %d irrelevant, %d after the end; %d dead letters%n",
        comparison.input(InputCount.EVENTS.id()),
        comparison.input("files"),
        comparison.input(Count.IRRELEVANT.id()),
        comparison.input(InputCount.AFTER_END.id()),
        comparison.input(InputCount.DEAD_LETTERS.id()));
    SelectionOptions.left(comparison::input).ifPresent(printed::println);
    Folder target = Folder.of(out);
    printed.println(
        "Written to " + target + ": compare.json, differences.jsonl, dead-letter.jsonl");
    printed.println("Page: open " + target.child(Compare.PAGE));
    printed.flush();
    if (comparison.input(Count.FAILED.id()) > 0) {
      PrintWriter errors = spec.commandLine().getErr();
      errors.println(
          "error: the timelines of "
              + comparison.input(Count.FAILED.id())
              + " customers failed, which is a bug of Wend; they are left out, see 'engine-failure' in dead-letter.jsonl");
      errors.flush();
      return ExitCodes.FAILED;
    }
    boolean differs = comparison.differentCustomers() > 0;
    return failOnDifference && differs ? ExitCodes.DIFFERENT : ExitCodes.OK;
  }
}
