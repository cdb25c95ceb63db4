package dev.wend.benchmark;

import dev.wend.benchmark.measure.LatencyOutcome;
import dev.wend.benchmark.measure.PacedSource;
import dev.wend.benchmark.measure.Runs;
import dev.wend.benchmark.report.LatencyText;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long an action takes that an event causes at once. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    description = "Notes the time from an event's arrival to its action, and its parts.")
final class LatencyCommand implements Callable<Integer> {
  @Option(
      names = "--rate",
      defaultValue = "0",
      description = "Events a second; 0: half of what a short run without a limit takes.")
  private double rate;

  @Option(
      names = "--disorder",
      split = ",",
      defaultValue = "PT0S,PT1S",
      description = "How far events may be out of order, each measured (default ${DEFAULT-VALUE}).")
  private List<Duration> disorders;

  @Option(names = "--customers", defaultValue = "100000")
  private long customers;

  @Option(names = "--warm-up", defaultValue = "PT20S")
  private Duration warmUp;

  @Option(names = "--length", defaultValue = "PT30S", description = "Of each measurement.")
  private Duration length;

  @Option(names = "--heap", defaultValue = "4g", description = "The heap of each process.")
  private String heap;

  @Override
  public Integer call() throws Exception {
    double steady = rate;
    if (steady == 0) {
      LatencyOutcome highest = run(new PacedSource.Pace(0, Duration.ZERO));
      System.out.printf(Locale.ROOT, "Highest rate: %,.0f events/s.%n%n", highest.rate());
      steady = highest.rate() / 2;
    }
    Map<Duration, LatencyOutcome> outcomes = new LinkedHashMap<>();
    for (Duration disorder : disorders) {
      outcomes.put(disorder, run(new PacedSource.Pace(steady, disorder)));
    }
    System.out.println(LatencyText.of(steady, outcomes));
    return 0;
  }

  private LatencyOutcome run(PacedSource.Pace pace) throws IOException, InterruptedException {
    System.err.printf("latency: %,.0f events/s, disorder %s%n", pace.rate(), pace.disorder());
    return Runs.of(
        DelayCommand.arguments(pace, customers, warmUp, length), heap, LatencyOutcome.class);
  }
}
