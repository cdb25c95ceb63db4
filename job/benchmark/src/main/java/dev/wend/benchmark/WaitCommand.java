package dev.wend.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.measure.Runs;
import dev.wend.benchmark.measure.WaitingOutcome;
import dev.wend.benchmark.measure.WaitingRun;
import dev.wend.benchmark.workload.Workload;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One run with waiting journeys in this process. */
@Command(
    name = "wait",
    mixinStandardHelpOptions = true,
    description = "Has many journeys wait, restores them, ends them at once; prints JSON.")
final class WaitCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CONTESTANT", description = "${COMPLETION-CANDIDATES}")
  private Contestants contestant;

  @Option(names = "--waiting", defaultValue = "1000000", description = "How many journeys.")
  private long waiting;

  @Override
  public Integer call() throws Exception {
    Workload workload = Workload.clickstream(Workload.Form.MEMORY, waiting, 0).withWaiting(waiting);
    WaitingOutcome outcome = WaitingRun.of(contestant, workload);
    System.out.println(Runs.OUTCOME + new ObjectMapper().writeValueAsString(outcome));
    return 0;
  }

  /** The arguments with which another process runs the same. */
  static List<String> arguments(Contestants contestant, long waiting) {
    return List.of("wait", contestant.name(), "--waiting=" + waiting);
  }
}
