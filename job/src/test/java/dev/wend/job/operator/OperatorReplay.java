package dev.wend.job.operator;

import dev.wend.compile.CompiledScenario;
import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.HarnessedJob.Written;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A history run through the operator in a way that is drawn from a seed: out of order, with pauses in the middle of slices,
 * restarted now and then at a parallelism of 1, 2 or 3.
 */
public final class OperatorReplay {
  private static final Duration DISORDER = Duration.ofMinutes(45);
  private static final int STEPS_BETWEEN_RESTARTS = 12;

  private final Random random;
  private int restarts;
  private int rescalings;
  private int parallelism;

  private OperatorReplay(long seed) {
    random = new Random(seed);
    parallelism = 1 + random.nextInt(3);
  }

  /**
   * What came out, each a JSON record.
   *
   * @param restarts how often the operator was restarted, also at another parallelism
   * @param rescalings how often at another parallelism
   * @param refused how many events were late or could not be taken
   */
  public record Output(
      List<String> actions, List<String> trace, int restarts, int rescalings, int refused) {}

  /**
   * Runs events of any order up to {@code asOf}.
   *
   * @param asOf the last watermark, epoch milliseconds
   */
  public static Output run(
      List<CompiledScenario> scenarios,
      List<CustomerEvent> events,
      long asOf,
      Backend backend,
      long seed)
      throws Exception {
    CompiledOnce compiled = CompiledOnce.of("seed " + seed + " on " + backend, scenarios);
    try {
      return new OperatorReplay(seed).run(compiled, events, asOf, backend);
    } finally {
      compiled.forget();
    }
  }

  private Output run(CompiledOnce compiled, List<CustomerEvent> events, long asOf, Backend backend)
      throws Exception {
    try (HarnessedJob job = new HarnessedJob(compiled, backend, parallelism)) {
      Arrivals.disordered(compiled.relevant(events), DISORDER.toMillis(), random.nextLong())
          .feed(job, asOf, () -> sometimesRestart(job));
      Written written = job.written();
      int refused = job.late().size() + job.failed().size();
      return new Output(written.actions(), written.trace(), restarts, rescalings, refused);
    }
  }

  private void sometimesRestart(HarnessedJob job) throws Exception {
    if (random.nextInt(STEPS_BETWEEN_RESTARTS) == 0) {
      int former = parallelism;
      parallelism = 1 + random.nextInt(3);
      job.restart(parallelism);
      restarts++;
      rescalings += parallelism == former ? 0 : 1;
    }
  }
}
