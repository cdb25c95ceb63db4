package dev.wend.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wend.benchmark.measure.LatencyRun;
import dev.wend.benchmark.measure.PacedSource;
import dev.wend.benchmark.measure.Runs;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One run at a steady rate in this process. */
@Command(
    name = "delay",
    mixinStandardHelpOptions = true,
    description = "Runs Wend at a steady rate and prints how long actions took as JSON.")
final class DelayCommand implements Callable<Integer> {
  @Option(
      names = "--rate",
      required = true,
      description = "Events a second; 0: as many as it takes.")
  private double rate;

  @Option(names = "--disorder", required = true)
  private Duration disorder;

  @Option(names = "--customers", required = true)
  private long customers;

  @Option(names = "--warm-up", required = true)
  private Duration warmUp;

  @Option(names = "--length", required = true)
  private Duration length;

  @Override
  public Integer call() throws Exception {
    PacedSource.Pace pace = new PacedSource.Pace(rate, disorder);
    System.out.println(
        Runs.OUTCOME
            + new ObjectMapper()
                .writeValueAsString(LatencyRun.of(customers, pace, warmUp, length)));
    return 0;
  }

  /** The arguments with which another process runs the same. */
  static List<String> arguments(
      PacedSource.Pace pace, long customers, Duration warmUp, Duration length) {
    return List.of(
        "delay",
        "--rate=" + pace.rate(),
        "--disorder=" + pace.disorder(),
        "--customers=" + customers,
        "--warm-up=" + warmUp,
        "--length=" + length);
  }
}
