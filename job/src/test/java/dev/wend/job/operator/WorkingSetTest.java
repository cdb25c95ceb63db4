package dev.wend.job.operator;

import static dev.wend.job.operator.Customers.HOUR;
import static dev.wend.job.operator.Customers.T;
import static dev.wend.job.operator.Customers.consented;
import static dev.wend.job.operator.Customers.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Customers at hand are in state, with their timers, from a checkpoint on; and where others need their room. */
class WorkingSetTest {
  private static final long MINUTE = HOUR / 60;
  private static final int MANY = 3_000;
  private static final int ROOM_FOR_FEW = 64 << 10;

  @Test
  void whatIsDueBeforeACheckpointNeedsNoTimer() throws Exception {
    try (HarnessedJob job = job(HeapBudget.DEFAULT)) {
      job.event(viewed("a", T));
      job.watermark(T);
      assertThat(job.setTimers()).isZero();

      job.watermark(T + HOUR - 1);
      assertThat(job.actionCount()).isZero();
      job.watermark(T + HOUR);
      assertThat(job.actionCount()).isEqualTo(1);
      assertThat(job.setTimers()).isZero();
    }
  }

  @Test
  void aCheckpointSetsTheTimerAndTheJobGoesOn() throws Exception {
    try (HarnessedJob job = job(HeapBudget.DEFAULT)) {
      job.event(viewed("a", T));
      job.watermark(T);
      job.checkpoint();
      assertThat(job.setTimers()).isEqualTo(1);

      job.event(viewed("b", T + MINUTE));
      job.watermark(T + MINUTE);
      job.restart(3);
      assertThat(job.setTimers()).isEqualTo(2);
      job.watermark(T + HOUR);
      assertThat(job.actionCount()).isEqualTo(1);
      job.checkpoint();
      job.watermark(T + HOUR + MINUTE);
      assertThat(job.actionCount()).isEqualTo(2);
    }
  }

  @Test
  void aTimerThatIsReplacedByAnEarlierOneIsDeleted() throws Exception {
    try (HarnessedJob job = job(HeapBudget.DEFAULT)) {
      job.event(consented("a", T));
      job.watermark(T);
      job.checkpoint();
      assertThat(job.setTimers()).as("when the customer is forgotten").isEqualTo(1);

      job.event(viewed("a", T + MINUTE));
      job.watermark(T + MINUTE);
      assertThat(job.setTimers()).as("none is touched before a checkpoint").isEqualTo(1);
      job.checkpoint();
      assertThat(job.setTimers()).as("that of the deadline").isEqualTo(1);
      job.watermark(T + MINUTE + HOUR);
      assertThat(job.actionCount()).isEqualTo(1);
    }
  }

  @Test
  void whoLeavesForOthersIsCarriedByATimer() throws Exception {
    try (HarnessedJob job = job(new HeapBudget(HeapBudget.DEFAULT.events(), ROOM_FOR_FEW))) {
      for (int customer = 0; customer < MANY; customer++) {
        job.event(viewed("c" + customer, T + customer));
      }
      job.watermark(T + MANY);
      assertThat(job.setTimers()).isBetween(MANY / 2, MANY - 1);

      job.watermark(T + MANY / 2 + HOUR);
      assertThat(job.actionCount()).isEqualTo(MANY / 2 + 1);
      job.watermark(T + MANY + HOUR);
      assertThat(job.actionCount()).isEqualTo(MANY);
      job.watermark(T + 48 * HOUR);
      assertThat(job.customers()).isEmpty();
      assertThat(job.timers()).isZero();
    }
  }

  private static HarnessedJob job(HeapBudget heap) throws Exception {
    return new HarnessedJob(
        Customers.restless(),
        Backend.ROCKSDB::create,
        1,
        Optional.of(Duration.ofDays(1)),
        heap,
        List.of());
  }
}
