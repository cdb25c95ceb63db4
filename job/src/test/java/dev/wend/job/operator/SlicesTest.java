package dev.wend.job.operator;

import static dev.wend.job.operator.Customers.HOUR;
import static dev.wend.job.operator.Customers.T;
import static dev.wend.job.operator.Customers.ordered;
import static dev.wend.job.operator.Customers.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.CustomerEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One watermark may make a great many customers due: they are carried in slices, between which other work is done. */
class SlicesTest {
  private static final int MANY = 20_000;
  private static final List<CustomerEvent> VIEWS =
      IntStream.range(0, MANY).mapToObj(number -> viewed("customer-" + number, T)).toList();

  @ParameterizedTest
  @EnumSource(Backend.class)
  void theWatermarkIsForwardedWhenNothingIsDueAnyMore(Backend backend) throws Exception {
    try (HarnessedJob job = waiting(backend)) {
      job.watermarkForOneSlice(T + HOUR);
      int slices = 1;
      while (job.runOneMail()) {
        slices++;
        int done = job.actionCount();
        assertThat(job.watermarks().contains(T + HOUR)).isEqualTo(done == MANY);
      }

      assertThat(slices).isGreaterThan(10);
      assertThat(job.actionCount()).isEqualTo(MANY);
      assertThat(job.watermarks()).containsExactly(T, T + HOUR);
      assertThat(job.timers()).isZero();
    }
  }

  @Test
  void whatASliceHasWrittenIsCountedAtItsEnd() throws Exception {
    try (HarnessedJob job = waiting(Backend.HEAP)) {
      job.watermarkForOneSlice(T + HOUR);
      do {
        assertThat(job.countedInstances()).isEqualTo(job.keptInstances());
      } while (job.runOneMail());

      assertThat(job.keptInstances()).isEmpty();
    }
  }

  @Test
  void newerWatermarksComeBetweenSlices() throws Exception {
    try (HarnessedJob job = waiting(Backend.HEAP)) {
      for (int mark = 0; mark < 20; mark++) {
        job.watermarkForOneSlice(T + HOUR + mark);
        assertThat(job.watermarks()).containsExactly(T);
      }
      while (job.runOneMail()) {}

      assertThat(job.watermarks()).containsExactly(T, T + HOUR + 19);
      assertThat(job.actionCount()).isEqualTo(MANY);
    }
  }

  @Test
  void eventsThatComeBetweenSlicesAreMeasuredAgainstTheNotedWatermark() throws Exception {
    try (HarnessedJob job = waiting(Backend.HEAP)) {
      job.watermarkForOneSlice(T + HOUR);
      List<CustomerEvent> late =
          VIEWS.stream().map(view -> ordered(view.customerId(), T + HOUR)).toList();
      List<CustomerEvent> next =
          VIEWS.stream().map(view -> viewed(view.customerId(), T + HOUR + 1)).toList();
      for (int index = 0; index < MANY; index++) {
        job.event(late.get(index));
        job.event(next.get(index));
        if (index % 500 == 0) {
          job.runOneMail();
        }
      }
      while (job.runOneMail()) {}

      assertThat(job.late()).isEqualTo(late);
      assertThat(job.actionCount()).isEqualTo(MANY);
      assertThat(count(job, "entered")).isEqualTo(MANY);

      job.watermark(T + HOUR + 1);
      assertThat(count(job, "entered")).isEqualTo(2L * MANY);
      assertThat(job.watermarks()).containsExactly(T, T + HOUR, T + HOUR + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void aRestartBetweenSlicesLosesAndDoublesNothing(Backend backend) throws Exception {
    HarnessedJob.Written expected;
    try (HarnessedJob job = waiting(Backend.HEAP)) {
      job.watermark(T + HOUR);
      expected = job.written();
    }
    try (HarnessedJob job = waiting(backend)) {
      for (int parallelism : new int[] {2, 3, 1, 1}) {
        job.watermarkForOneSlice(T + HOUR);
        job.runOneMail();
        assertThat(job.actionCount()).isLessThan(MANY);
        job.restart(parallelism);
      }
      job.event(ordered("customer-1", T + HOUR));
      job.watermark(T + HOUR);

      assertThat(job.late()).as("the mark is that of the slices").hasSize(1);
      assertThat(job.written()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void oneCustomerWithAGreatManyEventsIsNotReadOverAndOver(Backend backend) throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), backend, 1)) {
      for (int index = 0; index < MANY; index++) {
        job.event(viewed("a", T + index));
      }
      job.watermarkForOneSlice(T + MANY);
      int slices = 1;
      while (job.runOneMail()) {
        slices++;
      }

      assertThat(slices).isLessThan(300);
      assertThat(count(job, "restarted")).isEqualTo(MANY - 1);
      assertThat(job.timers()).isEqualTo(1);
    }
  }

  private static HarnessedJob waiting(Backend backend) throws Exception {
    HarnessedJob job = new HarnessedJob(Customers.restless(), backend, 1);
    job.events(VIEWS);
    job.watermark(T);
    return job;
  }

  private static long count(HarnessedJob job, String kind) {
    String text = "\"kind\":\"" + kind + "\"";
    return job.written().trace().stream().filter(record -> record.contains(text)).count();
  }
}
