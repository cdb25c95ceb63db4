package dev.wend.benchmark.measure;

import dev.wend.benchmark.broker.BrokerProcess;
import dev.wend.benchmark.contestant.Contestants;
import dev.wend.benchmark.contestant.LiveShop;
import dev.wend.benchmark.workload.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The product at a steady rate, in this process; the broker of its actions is in another one. */
public final class LatencyRun {

  /** How long after the last event its action may come. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private LatencyRun() {}

  /**
   * Runs it once.
   *
   * @param warmUp is not timed
   * @param length of what is timed
   */
  public static LatencyOutcome of(
      long customers, PacedSource.Pace pace, Duration warmUp, Duration length) throws Exception {
    Workload endless = Workload.clickstream(Workload.Form.MEMORY, customers, Long.MAX_VALUE);
    String brokers = BrokerProcess.holding(Workload.clickstream(Workload.Form.KAFKA, customers, 0));
    Path checkpoints = Files.createTempDirectory("wend-benchmark");
    Job.Settings settings =
        new Job.Settings(checkpoints, Optional.of(Job.CHECKPOINTS), Optional.empty());
    try (Job job =
            Job.start(
                Contestants.WEND.stateBackend(),
                environment -> LiveShop.lay(environment, endless, brokers, pace),
                settings);
        ActionReader actions = new ActionReader(brokers, Arrivals.INSTANCE)) {
      return timed(job, actions, pace, warmUp, length);
    }
  }

  private static LatencyOutcome timed(
      Job job, ActionReader actions, PacedSource.Pace pace, Duration warmUp, Duration length)
      throws Exception {
    while (Arrivals.INSTANCE.events() == 0) {
      Thread.sleep(1);
      job.check();
    }
    long from = System.currentTimeMillis() + warmUp.toMillis();
    long to = from + length.toMillis();
    actions.read(from, from, to);
    Usage begun = Usage.now();
    long before = Arrivals.INSTANCE.events();
    actions.read(to, from, to);
    Usage used = Usage.now().since(begun);
    long events = Arrivals.INSTANCE.events() - before;
    job.check();
    actions.read(to + pace.disorder().plus(PATIENCE).toMillis(), from, to);
    if (actions.actions() == 0) {
      throw new IllegalStateException(
          "no action came in time: " + pace.rate() + " events/s are more than this machine takes");
    }
    return new LatencyOutcome(
        events * 1e9 / used.nanos(),
        used.cpuNanos() / 1e3 / events,
        actions.actions(),
        actions.parts());
  }
}
