package dev.wend.benchmark;

import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.measure.Outcome;
import dev.wend.benchmark.report.MarkdownTable;
import dev.wend.benchmark.report.Median;
import dev.wend.benchmark.report.StealText;
import dev.wend.benchmark.workload.Workload;
import dev.wend.benchmark.workload.Workload.Form;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final Duration REHEARSAL = Duration.ofSeconds(40);
  private static final List<Contestants> CONTESTANTS =
      List.of(Contestants.CEILING, Contestants.WEND);

  @Option(names = "--rounds", defaultValue = "3", description = "How often each is run.")
  private int rounds;

  @Option(names = "--only", defaultValue = "", description = "Tables whose title has this.")
  private String only;

  @Option(names = "--scenarios", split = ",", defaultValue = "1,10,100,1000")
  private List<Long> scenarios;

  @Option(names = "--waiting", split = ",", defaultValue = "100000,1000000,10000000")
  private List<Long> waiting;

  /**
   * One thing that grows.
   *
   * @param title of its table
   * @param what of which there are more
   */
  private record Series(
      String title, String what, List<Long> sizes, LongFunction<Workload> workloads) {}

  private record Measured(long size, Contestants contestant, List<Outcome> outcomes) {
    double cpu() {
      return Median.of(outcomes, Outcome::cpu);
    }
  }

  @Override
  public Integer call() throws Exception {
    Workload stream = Workload.clickstream(Form.MEMORY, CUSTOMERS, EVENTS).withLaps(LAPS);
    List<Series> all =
        List.of(
            new Series(
                "More scenarios, each event of interest to one",
                "scenarios",
                scenarios,
                count -> stream.withScenarios((int) count)),
            new Series(
                "More waiting journeys, events of 100,000 customers",
                "waiting",
                waiting,
                stream::withWaiting),
            new Series(
                "More waiting journeys, events spread over all their customers",
                "waiting",
                waiting,
                count -> stream.withCustomers(count).withWaiting(count)));
    for (Series series : all) {
      if (series.title().toLowerCase(Locale.ROOT).contains(only.toLowerCase(Locale.ROOT))) {
        System.out.printf("### %s%n%n%s%n", series.title(), text(series));
      }
    }
    return 0;
  }

  private String text(Series series) throws Exception {
    List<Measured> all = new ArrayList<>();
    for (long size : series.sizes()) {
      CONTESTANTS.forEach(each -> all.add(new Measured(size, each, new ArrayList<>())));
    }
    for (int round = 0; round < rounds; round++) {
      for (Measured each : all) {
        System.err.printf(
            "%s, %,d %s, round %d of %d%n",
            each.contestant(), each.size(), series.what(), round + 1, rounds);
        each.outcomes().add(run(each.contestant(), series.workloads().apply(each.size())));
      }
    }
    return table(series.what(), all)
        + "\n"
        + StealText.of(all.stream().map(Measured::outcomes).toList())
        + "\n";
  }

  private static MarkdownTable table(String what, List<Measured> all) {
    MarkdownTable table =
        new MarkdownTable(
            what, "contestant", "events/s", "CPU seconds per million events", "times its first");
    for (Measured each : all) {
      Measured first =
          all.stream().filter(other -> other.contestant() == each.contestant()).findFirst().get();
      table.row(
          String.format("%,d", each.size()),
          each.contestant().title(),
          Median.of(each.outcomes(), Outcome::rate),
          each.cpu(),
          each.cpu() / first.cpu());
    }
    return table;
  }

  private static Outcome run(Contestants contestant, Workload workload)
      throws IOException, InterruptedException {
    long warmUp = workload.waiting() + WARM_UP;
    return MeasureCommand.run(contestant, workload, warmUp, REHEARSAL, "10g");
  }
}
