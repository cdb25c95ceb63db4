package dev.wend.job.operator;

import static dev.wend.job.operator.Customers.HOUR;
import static dev.wend.job.operator.Customers.T;
import static dev.wend.job.operator.Customers.ordered;
import static dev.wend.job.operator.Customers.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.HarnessedJob.Written;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Events wait on the heap, within bounds; beyond them, and in savepoints of former releases, in keyed state. */
class WaitingTest {
  private static final Path NASTY = Path.of("src/test/resources/operator");
  private static final Path SAVEPOINTS = Path.of("src/test/resources/state/savepoints");
  private static final long DISORDER = Duration.ofMinutes(25).toMillis();
  private static final int[] PARALLELISMS = {2, 3, 1};

  @Test
  void whatWaitsIsNotInKeyedState() throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), Backend.HEAP, 1)) {
      for (int index = 0; index < 20_000; index++) {
        job.event(viewed("hot", T + index));
      }
      for (int mark = 1; mark <= 200; mark++) {
        job.watermark(T + 100L * mark - 1);
        assertThat(job.stateEntries()).isEqualTo(1);
        assertThat(job.timers()).isEqualTo(1);
        assertThat(job.customers().get(0).customer().carriedTo()).isEqualTo(T + 100L * mark - 1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"HEAP, 3", "HEAP, 2", "ROCKSDB, 3"})
  void whatWaitsGoesWithItsKeyGroup(Backend backend, int parallelism) throws Exception {
    List<CustomerEvent> views =
        IntStream.range(0, 300).mapToObj(number -> viewed("customer-" + number, T)).toList();
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), backend, 2)) {
      job.events(views);
      job.restart(parallelism);
      job.restart(1);
      job.restart(parallelism);
      job.watermark(T - 1);
      assertThat(job.written().trace()).isEmpty();
      job.watermark(T);
      assertThat(job.written().trace()).hasSize(views.size());
      job.restart();
      job.watermark(T + HOUR);
      assertThat(job.actionCount()).isEqualTo(views.size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HEAP, 25, 150, 0, 0",
    "HEAP, 25, 150, 2000, 0",
    "HEAP, 10, 150, 20000, 0",
    "ROCKSDB, 1, 40, 2000, 0",
    "ROCKSDB, 1, 40, 2000, 8000",
    "ROCKSDB, 1, 40, 20000, 16000"
  })
  void aHeapThatIsTooSmallChangesNothing(
      Backend backend, long seeds, int events, long eventBytes, int customerBytes)
      throws Exception {
    CompiledOnce scenarios = CompiledOnce.directory(NASTY);
    for (long seed = 1; seed <= seeds; seed++) {
      List<CustomerEvent> history = Histories.nasty(seed, 4, events);
      Written expected;
      try (HarnessedJob job = new HarnessedJob(scenarios, Backend.HEAP, 1)) {
        job.events(Histories.byTime(history));
        job.watermark(Histories.end(history) + DISORDER);
        expected = job.written();
      }
      int[] step = {0};
      try (HarnessedJob job =
          small(scenarios, backend, new HeapBudget(eventBytes, customerBytes))) {
        Arrivals.disordered(history, DISORDER, seed)
            .feed(
                job,
                Histories.end(history) + DISORDER,
                () -> {
                  if (step[0]++ % 5 == 0) {
                    job.restart(PARALLELISMS[step[0] % PARALLELISMS.length]);
                  }
                });
        assertThat(job.late()).as("seed %d", seed).isEmpty();
        assertThat(job.written()).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  @Test
  void whatDoesNotFitIsKeptInKeyedStateWithATimer() throws Exception {
    try (HarnessedJob job = small(Customers.restless(), Backend.HEAP, new HeapBudget(1, 0))) {
      job.event(viewed("a", T));
      job.event(viewed("b", T));
      job.event(ordered("a", T + 1));
      assertThat(job.stateEntries()).as("spilled").isEqualTo(2);
      assertThat(job.timers()).as("of spilled events").isEqualTo(2);

      job.watermark(T);
      assertThat(job.written().trace()).as("both have entered").hasSize(2);
      job.watermark(T + HOUR);
      assertThat(job.written().trace()).hasSize(7);
      assertThat(job.actionCount()).isEqualTo(1);
    }
  }

  @Test
  void aTimerThatFiresTooEarlyIsSetAnewAndNothingIsWritten() throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), Backend.HEAP, 1)) {
      job.event(viewed("a", T));
      job.watermark(T);
      job.event(ordered("a", T + HOUR / 2));
      job.watermark(T + HOUR / 2);
      assertThat(job.timers()).as("that of the deadline").isEqualTo(1);
      job.watermark(T + HOUR);
      assertThat(job.timers()).as("for the message ids").isEqualTo(1);
      assertThat(job.customers().get(0).timer()).as("as it was written").isEqualTo(T + HOUR);
      job.restart(2);
      job.watermark(T + HOUR / 2 + HOUR - 1);
      assertThat(job.customers()).hasSize(1);
      job.watermark(T + HOUR / 2 + HOUR);

      assertThat(job.customers()).isEmpty();
      assertThat(job.timers()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void aSavepointOfAJobThatKeptAllEventsInKeyedStateGoesOn(Backend backend) throws Exception {
    var savepoint =
        OperatorSnapshotUtil.readStateHandle(
            SAVEPOINTS.resolve("waiting-in-keyed-state-" + backend).toString());
    for (int parallelism : PARALLELISMS) {
      try (HarnessedJob job =
          new HarnessedJob(
              Customers.restless(),
              backend::create,
              parallelism,
              Optional.empty(),
              HeapBudget.DEFAULT,
              List.of(savepoint))) {
        job.event(ordered("d", T + 2));
        job.event(ordered("a", T));
        job.restart();
        job.watermark(T + 2);
        assertThat(job.late()).hasSize(1);
        assertThat(job.written().trace())
            .as("one order each, one of them from before, and the view of c")
            .hasSize(5);
        job.watermark(T + 2 * HOUR);

        assertThat(job.written().actions()).hasSize(2);
        assertThat(job.written().actions().get(0)).contains("\"a\"");
        assertThat(job.written().actions().get(1)).contains("\"c\"");
        assertThat(job.customers()).isEmpty();
        assertThat(job.timers()).isZero();
      }
    }
  }

  @Test
  void timersOnTheHeapAreRefused() {
    Supplier<StateBackend> timersOnHeap =
        () -> {
          EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend();
          backend.setPriorityQueueStateType(
              EmbeddedRocksDBStateBackend.PriorityQueueStateType.HEAP);
          return backend;
        };

    assertThatThrownBy(
            () ->
                new HarnessedJob(
                    Customers.restless(),
                    timersOnHeap,
                    1,
                    Optional.empty(),
                    HeapBudget.DEFAULT,
                    List.of()))
        .hasMessageContaining("state.backend.rocksdb.timer-service.factory");
  }

  private static HarnessedJob small(ScenarioSource scenarios, Backend backend, HeapBudget heap)
      throws Exception {
    return new HarnessedJob(scenarios, backend::create, 1, Optional.empty(), heap, List.of());
  }
}
