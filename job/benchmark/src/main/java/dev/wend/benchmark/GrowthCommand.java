package dev.wend.benchmark;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.measure.Outcome;
import dev.wend.benchmark.measure.Runs;
import dev.wend.benchmark.report.MarkdownTable;
import dev.wend.benchmark.report.Median;
import dev.wend.benchmark.workload.Workload;
import dev.wend.benchmark.workload.Workload.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What more scenarios and more waiting journeys cost an event. */
@Command(
    name = "growth",
    mixinStandardHelpOptions = true,
    description = "Processor time per event with more scenarios and with more waiting journeys.")
final class GrowthCommand implements Callable<Integer> {
  private static final long EVENTS = 2_000_000;
  private static final int LAPS = 5;
  private static final long WARM_UP = 4_000_000;
  private static final long CUSTOMERS = 100_000;

  @Option(names = "--rounds", defaultValue = "3", description = "How often each is run.")
  private int rounds;

  @Option(names = "--scenarios", split = ",", defaultValue = "1,10,100,1000")
  private List<Long> scenarios;

  @Option(names = "--waiting", split = ",", defaultValue = "100000,1000000,10000000")
  private List<Long> waiting;

  @Override
  public Integer call() throws Exception {
    Workload stream = Workload.clickstream(Form.MEMORY, CUSTOMERS, EVENTS).withLaps(LAPS);
    System.out.println("### More scenarios, each event of interest to one\n");
    System.out.println(
        table("scenarios", scenarios, count -> stream.withScenarios((int) count), WARM_UP));
    System.out.println("### More waiting journeys\n");
    System.out.println(table("waiting", waiting, stream::withWaiting, WARM_UP));
    return 0;
  }

  private MarkdownTable table(
      String what, List<Long> sizes, LongFunction<Workload> workloads, long warmUp)
      throws Exception {
    List<List<Outcome>> outcomes = new ArrayList<>();
    sizes.forEach(size -> outcomes.add(new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      for (int index = 0; index < sizes.size(); index++) {
        System.err.printf("%,d %s, %d of %d%n", sizes.get(index), what, round + 1, rounds);
        Workload workload = workloads.apply(sizes.get(index));
        outcomes.get(index).add(run(workload, workload.waiting() + warmUp));
      }
    }
    MarkdownTable table =
        new MarkdownTable(what, "events/s", "CPU seconds per million events", "times the first");
    double first = Median.of(outcomes.get(0), Outcome::cpu);
    for (int index = 0; index < sizes.size(); index++) {
      double cpu = Median.of(outcomes.get(index), Outcome::cpu);
      table.row(
          String.format("%,d", sizes.get(index)),
          Median.of(outcomes.get(index), Outcome::rate),
          cpu,
          cpu / first);
    }
    return table;
  }

  private static Outcome run(Workload workload, long warmUp) throws Exception {
    return Runs.of(
        MeasureCommand.arguments(Contestants.WEND, workload, warmUp, Duration.ZERO),
        "10g",
        Outcome.class);
  }
}
