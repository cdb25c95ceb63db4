package dev.wend.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wend.benchmark.contestant.Historian;
import dev.wend.benchmark.measure.HistoryRun;
import dev.wend.benchmark.measure.Runs;
import dev.wend.benchmark.workload.History;
import dev.wend.benchmark.workload.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One way through a history in this process. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Goes once through a history that was written; prints what it took as JSON.")
final class HistoryCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "HISTORIAN", description = "${COMPLETION-CANDIDATES}")
  private Historian historian;

  @Option(names = "--directory", required = true, description = "Holds the history.")
  private Path directory;

  @Option(names = "--customers", required = true)
  private long customers;

  @Option(names = "--events", required = true)
  private long events;

  @Override
  public Integer call() throws Exception {
    HistoryRun run = new HistoryRun(History.year(customers, events), directory);
    System.out.println(Runs.OUTCOME + new ObjectMapper().writeValueAsString(run.of(historian)));
    return 0;
  }

  /** The arguments with which another process runs the same. */
  static List<String> arguments(Historian historian, Workload year, Path directory) {
    return List.of(
        "history",
        historian.name(),
        "--directory=" + directory,
        "--customers=" + year.customers(),
        "--events=" + year.events());
  }
}
