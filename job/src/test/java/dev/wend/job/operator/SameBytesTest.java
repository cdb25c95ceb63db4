package dev.wend.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.CustomerEvent;
import dev.wend.event.TraceKind;
import dev.wend.job.operator.HarnessedJob.Written;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same history gives the same bytes, however it comes in and wherever the job is restarted (SEMANTICS.md section 6). */
class SameBytesTest {
  private static final Path NASTY = Path.of("src/test/resources/operator");
  private static final Path EXAMPLES = Path.of("../conf/scenarios");
  private static final long DISORDER = Duration.ofMinutes(25).toMillis();
  private static final long TAIL = Duration.ofMinutes(15).toMillis();
  private static final int[] PARALLELISMS = {2, 3, 1};

  @Test
  void theNastyHistoriesTouchEveryKindOfRecordAndEveryTrigger() throws Exception {
    List<String> trace = new ArrayList<>();
    for (long seed = 1; seed <= 20; seed++) {
      trace.addAll(inOrder(CompiledOnce.directory(NASTY), nasty(seed)).trace());
    }

    assertThat(Arrays.stream(TraceKind.values()).map(TraceKind::id))
        .allSatisfy(kind -> assertThat(trace).anyMatch(has("kind", kind)));
    assertThat(List.of("added", "viewed", "clicked", "ordered", "tagged", "at-one", "birthday"))
        .allSatisfy(
            node -> assertThat(trace).anyMatch(has("kind", "entered").and(has("nodeId", node))));
    assertThat(List.of("hook", "field", "tag", "untag", "content", "mail", "guide"))
        .allSatisfy(
            node -> assertThat(trace).anyMatch(has("kind", "action").and(has("nodeId", node))));
  }

  private static Predicate<String> has(String field, String value) {
    return record -> record.contains("\"" + field + "\":\"" + value + "\"");
  }

  @ParameterizedTest
  @CsvSource({"HEAP, 40", "ROCKSDB, 2"})
  void outOfOrder(Backend backend, long seeds) throws Exception {
    for (long seed = 1; seed <= seeds; seed++) {
      compare(backend, 1, seed, nasty(seed), job -> {});
      compare(backend, 3, seed, nasty(seed), job -> {});
    }
  }

  @ParameterizedTest
  @CsvSource({"HEAP, 5, 150", "ROCKSDB, 1, 25"})
  void restartedAfterEveryStep(Backend backend, long seeds, int events) throws Exception {
    for (long seed = 1; seed <= seeds; seed++) {
      compare(backend, 1, seed, Histories.nasty(seed, 3, events), HarnessedJob::restart);
    }
  }

  @ParameterizedTest
  @CsvSource({"HEAP, 3, 150", "ROCKSDB, 1, 12"})
  void rescaledAfterEveryStep(Backend backend, long seeds, int events) throws Exception {
    for (long seed = 1; seed <= seeds; seed++) {
      compare(backend, 1, seed, Histories.nasty(seed, 3, events), new Rescaling(1));
    }
  }

  @Test
  void aPartOfTheSampleRescaledAfterEveryStep() throws Exception {
    CompiledOnce scenarios = CompiledOnce.directory(EXAMPLES);
    List<CustomerEvent> part =
        scenarios.relevant(Histories.sample()).stream()
            .filter(event -> event.customerId().endsWith("5"))
            .toList();
    assertThat(part).hasSizeGreaterThan(500);

    compare(scenarios, Backend.HEAP, part, new Rescaling(1));
  }

  @ParameterizedTest
  @CsvSource({"HEAP, 20", "ROCKSDB, 700"})
  void theSampleRescaledNowAndThen(Backend backend, int steps) throws Exception {
    CompiledOnce scenarios = CompiledOnce.directory(EXAMPLES);

    compare(scenarios, backend, scenarios.relevant(Histories.sample()), new Rescaling(steps));
  }

  /** What happens between two steps of a run. */
  private interface Disturbance {
    void between(HarnessedJob job) throws Exception;
  }

  /** Restarts at the next parallelism every so many steps. */
  private static final class Rescaling implements Disturbance {
    private final int every;
    private int steps;
    private int restarts;

    Rescaling(int every) {
      this.every = every;
    }

    @Override
    public void between(HarnessedJob job) throws Exception {
      if (++steps % every == 0) {
        job.restart(PARALLELISMS[restarts++ % PARALLELISMS.length]);
      }
    }
  }

  private static void compare(
      Backend backend,
      int parallelism,
      long seed,
      List<CustomerEvent> history,
      Disturbance disturbance)
      throws Exception {
    CompiledOnce scenarios = CompiledOnce.directory(NASTY);
    try (HarnessedJob job = new HarnessedJob(scenarios, backend, parallelism)) {
      Arrivals.disordered(history, DISORDER, seed)
          .feed(job, Histories.end(history) + TAIL, () -> disturbance.between(job));

      assertThat(job.late()).as("seed %d", seed).isEmpty();
      assertThat(job.written()).as("seed %d", seed).isEqualTo(inOrder(scenarios, history));
    }
  }

  private static void compare(
      CompiledOnce scenarios, Backend backend, List<CustomerEvent> history, Rescaling rescaling)
      throws Exception {
    Written expected = inOrder(scenarios, history);
    assertThat(expected.actions()).hasSizeGreaterThan(30);
    try (HarnessedJob job = new HarnessedJob(scenarios, backend, 1)) {
      Arrivals.disordered(history, Duration.ofDays(1).toMillis(), 7)
          .feed(job, Histories.end(history) + TAIL, () -> rescaling.between(job));

      assertThat(rescaling.restarts).isPositive();
      assertThat(job.late()).isEmpty();
      assertThat(job.written()).isEqualTo(expected);
    }
  }

  private static List<CustomerEvent> nasty(long seed) {
    return Histories.nasty(seed, 4, 150);
  }

  /** In order of time, carried by one watermark at the end. */
  private static Written inOrder(CompiledOnce scenarios, List<CustomerEvent> history)
      throws Exception {
    try (HarnessedJob job = new HarnessedJob(scenarios, Backend.HEAP, 1)) {
      job.events(Histories.byTime(history));
      job.watermark(Histories.end(history) + TAIL);
      return job.written();
    }
  }
}
