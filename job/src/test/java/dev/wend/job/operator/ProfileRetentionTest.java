package dev.wend.job.operator;

import static dev.wend.job.operator.Customers.HOUR;
import static dev.wend.job.operator.Customers.T;
import static dev.wend.job.operator.Customers.about;
import static dev.wend.job.operator.Customers.consented;
import static dev.wend.job.operator.Customers.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.CustomerEvent;
import dev.wend.job.operator.HarnessedJob.Written;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Customers in whom nothing waits leave the state, wherever the job is restarted meanwhile. */
class ProfileRetentionTest {
  private static final Path NASTY = Path.of("src/test/resources/operator");
  private static final Optional<Duration> DAY = Optional.of(Duration.ofDays(1));
  private static final Optional<Duration> SHORT = Optional.of(Duration.ofMinutes(25));
  private static final long DISORDER = Duration.ofMinutes(25).toMillis();
  private static final int[] PARALLELISMS = {2, 3, 1};

  @ParameterizedTest
  @CsvSource({"HEAP, 1", "HEAP, 3", "ROCKSDB, 2"})
  void leaveTheStateWhenTheyAreForgotten(Backend backend, int parallelism) throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), backend, 1, DAY)) {
      job.event(consented("a", T));
      job.event(consented("b", T + HOUR));
      job.watermark(T + 2 * HOUR);
      job.restart(parallelism);
      job.watermark(T + 24 * HOUR - 1);
      assertThat(job.customers()).hasSize(2);

      job.watermark(T + 24 * HOUR);
      assertThat(job.customers()).extracting(state -> state.customer().id()).containsExactly("b");
      assertThat(job.timers()).isOne();

      job.watermark(T + 25 * HOUR);
      assertThat(job.customers()).isEmpty();
      assertThat(job.timers()).isZero();
      assertThat(job.written()).isEqualTo(new Written(List.of(), List.of()));
    }
  }

  @Test
  void anInstanceKeepsItsCustomerUntilItEnds() throws Exception {
    Optional<Duration> minutes = Optional.of(Duration.ofMinutes(30));
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), Backend.HEAP, 1, minutes)) {
      job.event(consented("a", T - 1));
      job.event(viewed("a", T));
      job.watermark(T + HOUR - 1);
      job.restart();
      assertThat(job.customers()).hasSize(1);
      assertThat(job.customers().get(0).customer().profile().isEmpty()).isFalse();

      job.watermark(T + HOUR);
      assertThat(job.customers()).isEmpty();
      assertThat(job.written().actions()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void aRestoredJobForgetsWhoNeverHasAnEventAgain(Backend backend) throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), backend, 2)) {
      job.event(consented("a", T));
      job.event(about("segment-entered", "b", T + HOUR));
      job.watermark(T + 2 * HOUR);
      assertThat(job.timers()).isZero();
      job.restartForgetting(DAY);
      job.restart(3);
      job.settle();
      assertThat(job.timers()).isEqualTo(job.customers().size()).isPositive();

      job.watermark(T + 26 * HOUR);
      assertThat(job.customers()).isEmpty();
    }
  }

  @Test
  void onlyAChangeOfTheRetentionVisitsEverybody() throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), Backend.HEAP, 1)) {
      job.event(consented("a", T));
      job.watermark(T);
      job.restartForgetting(DAY);
      assertThat(job.runOneMail()).isTrue();
      job.settle();
      job.restart();
      assertThat(job.runOneMail()).isFalse();
      job.restartForgetting(Optional.of(Duration.ofHours(5)));
      assertThat(job.runOneMail()).isTrue();
      job.settle();
      job.restartForgetting(Optional.empty());
      assertThat(job.runOneMail()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"HEAP, 8, 150", "ROCKSDB, 1, 40"})
  void theSameHistoryIsForgottenAtTheSameMoments(Backend backend, long seeds, int events)
      throws Exception {
    CompiledOnce scenarios = CompiledOnce.directory(NASTY);
    int different = 0;
    for (long seed = 1; seed <= seeds; seed++) {
      List<CustomerEvent> history = Histories.nasty(seed, 12, events);
      Written expected = atOnce(scenarios, history, SHORT);
      assertThat(disturbed(scenarios, backend, history, seed))
          .as("seed %d", seed)
          .isEqualTo(expected);
      different += expected.equals(atOnce(scenarios, history, Optional.empty())) ? 0 : 1;
    }
    assertThat(different).isPositive();
  }

  private static Written atOnce(
      CompiledOnce scenarios, List<CustomerEvent> history, Optional<Duration> retention)
      throws Exception {
    try (HarnessedJob job = new HarnessedJob(scenarios, Backend.HEAP, 1, retention)) {
      job.events(Histories.byTime(history));
      job.watermark(Histories.end(history) + DISORDER);
      return job.written();
    }
  }

  private static Written disturbed(
      CompiledOnce scenarios, Backend backend, List<CustomerEvent> history, long seed)
      throws Exception {
    int[] step = {0};
    try (HarnessedJob job = new HarnessedJob(scenarios, backend, 1, SHORT)) {
      Arrivals.disordered(history, DISORDER, seed)
          .feed(
              job,
              Histories.end(history) + DISORDER,
              () -> {
                if (step[0]++ % 7 == 0) {
                  job.restart(PARALLELISMS[step[0] % PARALLELISMS.length]);
                }
              });
      assertThat(job.late()).isEmpty();
      return job.written();
    }
  }
}
