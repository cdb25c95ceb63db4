package dev.wend.benchmark;

import static dev.wend.benchmark.contestant.Contestants.CEILING;
import static dev.wend.benchmark.contestant.Contestants.WEND;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.measure.Runs;
import dev.wend.benchmark.measure.WaitingOutcome;
import dev.wend.benchmark.report.MarkdownTable;
import dev.wend.benchmark.workload.Workload;
import dev.wend.benchmark.workload.Workload.Form;
import dev.wend.benchmark.workload.Workload.Interest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** State, checkpoints, restores and waves of deadlines with many waiting journeys. */
@Command(
    name = "waiting",
    mixinStandardHelpOptions = true,
    description = "Bytes of state, checkpoints, restores, and a wave of deadlines.")
final class WaitingCommand implements Callable<Integer> {
  private static final double MEBIBYTE = 1 << 20;
  private static final long EVENTS = 2_000_000;
  private static final int LAPS = 5;
  private static final long WARM_UP = 4_000_000;
  private static final long CUSTOMERS = 100_000;

  @Option(
      names = "--waiting",
      split = ",",
      defaultValue = "100000,1000000,10000000",
      description = "How many journeys, one run each.")
  private List<Long> waiting;

  @Option(names = "--heap", defaultValue = "1500m", description = "The heap of each process.")
  private String heap;

  @Override
  public Integer call() throws Exception {
    MarkdownTable state =
        new MarkdownTable(
            "contestant",
            "instances",
            "bytes of checkpoint an instance",
            "checkpoint, s",
            "restore, s",
            "heap in use, MiB",
            "process at most, MiB");
    MarkdownTable waves =
        new MarkdownTable(
            "wave of", "ended a second", "CPU seconds a million", "checkpoints meanwhile");
    for (long instances : waiting) {
      for (Contestants contestant : List.of(CEILING, WEND)) {
        WaitingOutcome outcome = run(contestant, instances);
        add(state, contestant, outcome);
        if (contestant == WEND) {
          add(waves, outcome);
        }
      }
    }
    System.out.println("### Waiting journeys\n\n" + state + "\n" + waves);
    System.out.printf("The ceiling takes %,.0f events a second, all of interest.%n", ceiling());
    return 0;
  }

  private static void add(MarkdownTable table, Contestants contestant, WaitingOutcome outcome) {
    table.row(
        contestant.title(),
        (double) outcome.instances(),
        outcome.bytes(),
        outcome.filled().checkpointMillis() / 1e3,
        outcome.drained().restoreNanos() / 1e9,
        outcome.filled().heapBytes() / MEBIBYTE,
        outcome.filled().processBytes() / MEBIBYTE);
  }

  private static void add(MarkdownTable table, WaitingOutcome outcome) {
    if (outcome.drained().answers() != outcome.instances()) {
      throw new IllegalStateException("not every journey has ended: " + outcome);
    }
    table.row(
        String.format("%,d", outcome.instances()),
        outcome.drainRate(),
        outcome.drained().cpuNanos() / 1e3 / outcome.instances(),
        outcome.drained().checkpoints());
  }

  private WaitingOutcome run(Contestants contestant, long instances) throws Exception {
    System.err.printf("%s, %,d waiting%n", contestant.title(), instances);
    return Runs.of(WaitCommand.arguments(contestant, instances), heap, WaitingOutcome.class);
  }

  private static double ceiling() throws Exception {
    Workload all =
        Workload.clickstream(Form.MEMORY, CUSTOMERS, EVENTS)
            .withLaps(LAPS)
            .withInterest(Interest.ALL);
    return MeasureCommand.run(CEILING, all, WARM_UP, Duration.ZERO, "10g").rate();
  }
}
