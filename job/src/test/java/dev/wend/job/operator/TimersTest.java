package dev.wend.job.operator;

import static dev.wend.job.operator.Customers.HOUR;
import static dev.wend.job.operator.Customers.T;
import static dev.wend.job.operator.Customers.consented;
import static dev.wend.job.operator.Customers.erased;
import static dev.wend.job.operator.Customers.ordered;
import static dev.wend.job.operator.Customers.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One timer stands for the earliest deadline of a customer, at that time or before; events that wait need none. */
class TimersTest {
  private HarnessedJob job;

  @BeforeEach
  void start() throws Exception {
    job = new HarnessedJob(Customers.restless(), Backend.HEAP, 1);
  }

  @AfterEach
  void end() throws Exception {
    job.close();
  }

  @Test
  void noStaleTimerPilesUpWhereAJourneyIsRestartedAgainAndAgain() throws Exception {
    for (int view = 0; view < 1_000; view++) {
      job.event(viewed("a", T + view));
      job.watermark(T + view);
      assertThat(job.timers()).isEqualTo(1);
    }
    job.watermark(T + 999 + HOUR);

    assertThat(job.written().actions()).hasSize(1);
  }

  @Test
  void theTimerOfADeadlineThatIsGoneIsLeftAndDoesNoHarm() throws Exception {
    job.event(viewed("a", T));
    job.watermark(T);
    job.event(ordered("a", T + 1));
    job.event(viewed("a", T + HOUR));
    job.watermark(T + 1);
    assertThat(job.written().trace()).as("the journey is over").hasSize(3);
    assertThat(job.timers()).as("that of the deadline, for the message ids").isEqualTo(1);

    job.watermark(T + HOUR);

    assertThat(job.written().trace()).as("the event was taken").hasSize(4);
  }

  @Test
  void anEventAndADeadlineOfTheSameTimeAreBothTaken() throws Exception {
    job.event(viewed("a", T));
    job.event(viewed("b", T + HOUR));
    job.event(viewed("a", T + HOUR));
    job.watermark(T);
    assertThat(job.timers()).as("of the deadline").isEqualTo(1);

    job.watermark(T + HOUR);

    assertThat(job.written().actions()).hasSize(1);
    assertThat(job.timers()).as("the next deadlines").isEqualTo(2);
  }

  @Test
  void nothingIsSetBeyondTheEndOfTheClock() throws Exception {
    job.horizon(T + HOUR);
    job.event(viewed("in", T));
    job.event(viewed("out", T + 1));
    job.watermark(T + 1);
    assertThat(job.timers()).isEqualTo(1);

    job.watermark(Long.MAX_VALUE);

    assertThat(job.written().actions()).hasSize(1).first().asString().contains("\"in\"");
    assertThat(job.timers()).isZero();
  }

  @Test
  void nothingIsKeptOfWhomNothingIsLeft() throws Exception {
    job.event(viewed("a", T));
    job.event(ordered("a", T + 1));
    job.event(consented("b", T));
    job.event(erased("b", T + 1));
    job.watermark(T + 1);
    assertThat(job.stateEntries()).as("the message ids").isEqualTo(2);

    job.watermark(T + 1 + HarnessedJob.DEDUP_HORIZON.toMillis());

    assertThat(job.stateEntries()).isZero();
    assertThat(job.timers()).isZero();
  }

  @Test
  void nothingIsKeptOfEventsThatAreDone() throws Exception {
    job.event(consented("a", T));
    assertThat(job.stateEntries()).as("the event waits on the heap").isZero();
    job.watermark(T + HOUR);

    assertThat(job.stateEntries()).as("the profile").isEqualTo(1);
    assertThat(job.timers()).isZero();
  }
}
