package dev.wend.job.operator;

import static dev.wend.job.operator.Customers.HOUR;
import static dev.wend.job.operator.Customers.T;
import static dev.wend.job.operator.Customers.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users of such systems complain about, where it takes an operator to show it; case folders show the rest. */
class ComplaintsTest {
  private static final int CUSTOMERS = 50;

  @ParameterizedTest
  @EnumSource(Backend.class)
  void complaint05ARestartDoesNotFloodOverdueMail(Backend backend) throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), backend, 1)) {
      for (String customer : customers()) {
        job.event(viewed(customer, T));
      }
      job.watermark(T + HOUR - 1);
      job.restart(3);
      assertThat(job.actionCount()).as("nothing is due yet").isZero();

      job.watermark(T + 48 * HOUR);
      job.restart(2);
      job.watermark(T + 48 * HOUR);
      job.restart();
      job.watermark(T + 96 * HOUR);

      List<String> actions = job.written().actions();
      assertThat(actions).hasSize(CUSTOMERS).doesNotHaveDuplicates();
      assertThat(actions)
          .as("what is overdue carries the time at which it was due")
          .allSatisfy(action -> assertThat(action).contains("\"timestamp\":" + (T + HOUR) + ","));
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void complaint13ADelayEndsWhileNoEventComes(Backend backend) throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), backend, 1)) {
      job.event(viewed("silent", T));
      job.watermark(T);
      job.watermark(T + HOUR - 1);
      assertThat(job.actionCount()).isZero();

      job.watermark(T + HOUR);

      assertThat(job.actionCount()).isEqualTo(1);
    }
  }

  private static List<String> customers() {
    return IntStream.range(0, CUSTOMERS).mapToObj(number -> "c" + number).toList();
  }
}
