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
  /** How many begin and end before, so that what ends them is compiled when the clock starts. */
  private static final long REHEARSED = 500_000;

  @Parameters(index = "0", paramLabel = "CONTESTANT", description = "${COMPLETION-CANDIDATES}")
  private Contestants contestant;

  @Option(names = "--waiting", defaultValue = "1000000", description = "How many journeys.")
  private long waiting;

  @Override
  public Integer call() throws Exception {
    run(Math.min(REHEARSED, waiting));
    WaitingOutcome outcome = run(waiting);
    System.out.println(Runs.OUTCOME + new ObjectMapper().writeValueAsString(outcome));
    return 0;
  }

  private WaitingOutcome run(long journeys) throws Exception {
    return WaitingRun.of(
        contestant, Workload.clickstream(Workload.Form.MEMORY, journeys, 0).withWaiting(journeys));
  }

  /** The arguments with which another process runs the same. */
  static List<String> arguments(Contestants contestant, long waiting) {
    return List.of("wait", contestant.name(), "--waiting=" + waiting);
  }
}
