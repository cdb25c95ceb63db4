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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lateness is measured against the mark to which the customer's key group was carried, which survives restarts. */
class LateEventsTest {
  private static final List<String> CUSTOMERS =
      IntStream.range(0, 100).mapToObj(number -> "customer-" + number).toList();

  @ParameterizedTest
  @EnumSource(Backend.class)
  void whatIsNotNewerThanTheMarkIsLate(Backend backend) throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), backend, 1)) {
      job.watermark(T);
      job.event(viewed("a", T - 1));
      job.event(viewed("a", T));
      job.event(viewed("b", T + 1));

      assertThat(job.late()).containsExactly(viewed("a", T - 1), viewed("a", T));
      job.watermark(T + 10);
      assertThat(job.written().trace()).hasSize(1).first().asString().contains("\"b\"");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, HarnessedJob.MAX_PARALLELISM})
  void theMarkSurvivesARestart(int parallelism) throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), Backend.HEAP, 1)) {
      job.watermark(T);
      job.restart(parallelism);
      List<CustomerEvent> notNewer = viewsAt(T);
      job.events(notNewer);
      job.events(viewsAt(T + 1));

      assertThat(job.late()).containsExactlyInAnyOrderElementsOf(notNewer);
    }
  }

  @Test
  void anInstanceIsNotMovedBackInTimeAfterARestart() throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), Backend.HEAP, 1)) {
      job.event(viewed("a", T));
      job.watermark(T + HOUR - 1);
      job.restart();
      job.event(ordered("a", T + HOUR - 1));
      job.watermark(T + HOUR);

      assertThat(job.late()).hasSize(1);
      assertThat(job.written().actions()).as("nothing was ordered in time").hasSize(1);
    }
  }

  @Test
  void differentMarksStayWithTheirKeyGroups() throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), Backend.HEAP, 3)) {
      List<Integer> before = CUSTOMERS.stream().map(job::subtaskIndexOf).toList();
      assertThat(before).contains(0, 1, 2);
      for (int subtask = 0; subtask < 3; subtask++) {
        job.watermarkOf(subtask, T + subtask);
      }
      for (int parallelism : new int[] {2, 1, 5}) {
        job.restart(parallelism);
        job.restart();
      }
      job.events(viewsAt(T + 1));

      assertThat(job.late())
          .extracting(CustomerEvent::customerId)
          .containsExactlyInAnyOrderElementsOf(
              CUSTOMERS.stream()
                  .filter(customer -> before.get(CUSTOMERS.indexOf(customer)) >= 1)
                  .toList());
    }
  }

  @Test
  void aWatermarkBehindTheMarkTakesNothingBack() throws Exception {
    try (HarnessedJob job = new HarnessedJob(Customers.restless(), Backend.HEAP, 1)) {
      job.event(viewed("a", T));
      job.watermark(T + 10);
      job.restart();
      job.watermark(T + 5);
      job.event(viewed("a", T + 10));
      job.event(viewed("a", T + 11));
      job.restart(2);
      job.watermark(T + 11);

      assertThat(job.late()).containsExactly(viewed("a", T + 10));
      assertThat(job.written().trace()).hasSize(3);
    }
  }

  private static List<CustomerEvent> viewsAt(long timestamp) {
    return CUSTOMERS.stream().map(customer -> viewed(customer, timestamp)).toList();
  }

  /** A mail that needs consent, sent at a view. */
  private static final CompiledOnce MAILING =
      CompiledOnce.document(
          """
          { "id": "mailing", "version": 1, "name": "mailing", "status": "active",
            "nodes": [
              { "id": "viewed", "type": "trigger", "on": { "event": "product-viewed" }, "next": "mail" },
              { "id": "mail", "type": "send-email", "template": "mail", "consents": ["email"], "next": "done" },
              { "id": "done", "type": "end" } ] }
          """);

  @ParameterizedTest
  @CsvSource({
    "consent-withdrawn, 1, HEAP, suppressed",
    "consent-withdrawn, 1, ROCKSDB, suppressed",
    "consent-withdrawn, 0, HEAP, action",
    "consent-withdrawn, -1, HEAP, action"
  })
  void aWithdrawalThatComesLateTakesBackWhatWasGivenBeforeIt(
      String kind, long behindConsent, Backend backend, String kept) throws Exception {
    try (HarnessedJob job = new HarnessedJob(MAILING, backend, 1)) {
      job.event(Customers.consented("a", T));
      job.watermarkForOneSlice(T + HOUR);
      job.event(Customers.about(kind, "a", T + behindConsent));
      job.event(viewed("a", T + 2 * HOUR));
      job.watermark(T + 3 * HOUR);

      assertThat(job.late()).hasSize(1);
      assertThat(job.written().trace())
          .hasSize(3)
          .element(1)
          .asString()
          .contains("\"kind\":\"" + kept + "\"");
    }
  }

  @Test
  void aConsentThatComesLateIsNotHeld() throws Exception {
    try (HarnessedJob job = new HarnessedJob(MAILING, Backend.HEAP, 1)) {
      job.watermark(T + HOUR);
      job.event(Customers.consented("a", T));
      job.event(viewed("a", T + 2 * HOUR));
      job.watermark(T + 3 * HOUR);

      assertThat(job.written().actions()).isEmpty();
    }
  }
}
