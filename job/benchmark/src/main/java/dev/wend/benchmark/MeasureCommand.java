package dev.wend.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.measure.Outcome;
import dev.wend.benchmark.measure.Run;
import dev.wend.benchmark.measure.Runs;
import dev.wend.benchmark.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One run in this process; suites start one for each measurement. */
@Command(
    name = "measure",
    mixinStandardHelpOptions = true,
    description = "Runs one contestant once and prints what it took as JSON.")
final class MeasureCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CONTESTANT", description = "${COMPLETION-CANDIDATES}")
  private Contestants contestant;

  @Option(names = "--form", defaultValue = "MEMORY")
  private Workload.Form form;

  @Option(names = "--customers", defaultValue = "100000")
  private long customers;

  @Option(names = "--hot", description = "Few customers do most of it.")
  private boolean hot;

  @Option(names = "--events", defaultValue = "3000000")
  private long events;

  @Option(names = "--laps", defaultValue = "1", description = "How often all of them happen.")
  private int laps;

  @Option(names = "--warm-up", defaultValue = "1000000", description = "Events before the clock.")
  private long warmUp;

  @Option(names = "--span", defaultValue = "PT6H", description = "Event time of all events.")
  private Duration span;

  @Option(names = "--scenarios", defaultValue = "1")
  private int scenarios;

  @Option(names = "--interest", defaultValue = "CARTS")
  private Workload.Interest interest;

  @Option(names = "--waiting", defaultValue = "0", description = "Journeys that wait all the time.")
  private long waiting;

  @Option(
      names = "--rehearsal",
      defaultValue = "PT0S",
      description = "For how long a job goes through the same events before the one that is timed.")
  private Duration rehearsal;

  @Override
  public Integer call() throws Exception {
    Workload workload =
        new Workload(form, customers, hot, events, laps, span, scenarios, interest, waiting);
    Outcome outcome = Run.of(contestant, workload, warmUp, rehearsal);
    System.out.println(Runs.OUTCOME + new ObjectMapper().writeValueAsString(outcome));
    return 0;
  }

  /** Runs it in another process. */
  static Outcome run(
      Contestants contestant, Workload workload, long warmUp, Duration rehearsal, String heap)
      throws IOException, InterruptedException {
    List<String> arguments = arguments(contestant, workload, warmUp, rehearsal);
    return Runs.holdingEvents(arguments, heap, Outcome.class);
  }

  private static List<String> arguments(
      Contestants contestant, Workload workload, long warmUp, Duration rehearsal) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "measure",
                contestant.name(),
                "--form=" + workload.form(),
                "--customers=" + workload.customers(),
                "--events=" + workload.events(),
                "--laps=" + workload.laps(),
                "--warm-up=" + warmUp,
                "--span=" + workload.span(),
                "--scenarios=" + workload.scenarios(),
                "--interest=" + workload.interest(),
                "--waiting=" + workload.waiting(),
                "--rehearsal=" + rehearsal));
    if (workload.hot()) {
      arguments.add("--hot");
    }
    return arguments;
  }
}
