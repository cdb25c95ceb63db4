package dev.wend.job.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.check.ScenarioChecker;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.event.ActionRecord;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.OutputRecord;
import dev.wend.event.TraceRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a timeline keeps of a customer, and when it is free to forget it. */
class TimelineStateTest {
  private static final long HOUR = 3_600_000;
  private static final Duration HORIZON = Duration.ofHours(2);

  private final Customer customer = new Customer("c");
  private final Written written = new Written();

  @Test
  void forgetsPartialMatchesWithTheirWindowAndMessagesWithTheHorizon() {
    Timeline timeline =
        timeline(
            "{\"pattern\":{\"steps\":[{\"event\":\"page-visited\",\"times\":3}],\"within\":\"PT1H\"}}");
    carry(timeline, 1_000, event("m1", EventKind.PAGE_VISITED, 1_000));

    assertThat(customer.isEmptyButForMessages()).isFalse();
    assertThat(timeline.nextCarriage(customer)).isEqualTo(1_000 + HOUR);

    carry(timeline, 1_000 + HOUR - 1);
    assertThat(customer.partialMatches()).hasSize(1);

    carry(timeline, 1_000 + HOUR);
    assertThat(customer.partialMatches()).isEmpty();
    assertThat(customer.isEmptyButForMessages()).isTrue();
    assertThat(customer.isEmpty()).isFalse();
    assertThat(timeline.nextCarriage(customer)).isEqualTo(1_000 + 2 * HOUR);

    carry(timeline, 1_000 + 2 * HOUR - 1);
    assertThat(customer.isEmpty()).isFalse();
    carry(timeline, 1_000 + 2 * HOUR);
    assertThat(customer.isEmpty()).isTrue();
  }

  @Test
  void waitsForTheEarliestOfAllThatIsDue() {
    Timeline timeline = timeline("{\"event\":\"form-submitted\"}");
    carry(timeline, 2_000, event("m1", EventKind.FORM_SUBMITTED, 2_000));

    assertThat(customer.isEmptyButForMessages()).isFalse();
    assertThat(timeline.nextCarriage(customer)).isEqualTo(2_000 + 24 * HOUR);
  }

  @Test
  void numbersInstancesAndTheRecordsOfOneMoment() {
    Timeline timeline = timeline("{\"event\":\"form-submitted\"}");
    carry(
        timeline,
        2_000,
        event("m1", EventKind.FORM_SUBMITTED, 1_000),
        event("m2", EventKind.FORM_SUBMITTED, 1_000),
        event("m3", EventKind.FORM_SUBMITTED, 2_000));

    assertThat(customer.nextNumber()).isEqualTo(3);
    assertThat(written.records).extracting(OutputRecord::position).containsExactly(0L, 1L, 0L);
    assertThat(customer.lastRecord()).isEqualTo(new Customer.RecordPosition(2_000, 0));
  }

  @Test
  void tellsWhichScenariosAnErasureTookAnInstanceFrom() {
    Timeline timeline = timeline("{\"event\":\"form-submitted\"}");
    carry(
        timeline,
        3_000,
        event("m1", EventKind.FORM_SUBMITTED, 1_000),
        event("m2", EventKind.FORM_SUBMITTED, 2_000),
        event("m3", EventKind.CUSTOMER_ERASED, 3_000));

    assertThat(written.erased).containsExactly("kept", "kept");
    assertThat(customer.isEmptyButForMessages()).isTrue();
  }

  @Test
  void pausesBetweenSteps() {
    Timeline timeline = timeline("{\"event\":\"form-submitted\"}");
    PendingEvents pending =
        new PendingEvents(
            List.of(
                event("m1", EventKind.FORM_SUBMITTED, 1_000),
                event("m2", EventKind.FORM_SUBMITTED, 2_000)));

    assertThat(timeline.carry(customer, pending, 2_000, () -> true)).isFalse();
    assertThat(pending.size()).isEqualTo(1);
    assertThat(pending.hasAny(1_000)).isFalse();
    assertThat(pending.hasAny(2_000)).isTrue();
    assertThat(timeline.carry(customer, pending, 2_000, () -> false)).isTrue();
    assertThat(pending.size()).isZero();
  }

  private void carry(Timeline timeline, long until, CustomerEvent... events) {
    assertThat(timeline.carry(customer, new PendingEvents(List.of(events)), until, () -> false))
        .isTrue();
  }

  private Timeline timeline(String trigger) {
    String document =
        "{\"id\":\"kept\",\"version\":1,\"name\":\"Kept\",\"status\":\"active\",\"nodes\":["
            + "{\"id\":\"in\",\"type\":\"trigger\",\"on\":"
            + trigger
            + ",\"next\":\"wait\"},"
            + "{\"id\":\"wait\",\"type\":\"delay\",\"for\":\"P1D\",\"next\":\"out\"},"
            + "{\"id\":\"out\",\"type\":\"end\"}]}";
    CompiledScenario scenario =
        ScenarioCompiler.compile(
            ScenarioChecker.check("kept.json", document).scenario().orElseThrow());
    return new Timeline(new RunningScenarios(List.of(scenario)), written, HORIZON);
  }

  private static CustomerEvent event(String messageId, EventKind kind, long timestamp) {
    return new CustomerEvent(messageId, "c", kind, "", timestamp, Json.object(), Channel.ONLINE, 0);
  }

  private static final class Written implements JourneyOutput {
    private final List<OutputRecord> records = new ArrayList<>();
    private final List<String> erased = new ArrayList<>();

    @Override
    public void action(ActionRecord action) {
      records.add(action);
    }

    @Override
    public void trace(TraceRecord trace) {
      records.add(trace);
    }

    @Override
    public void erased(String scenarioId) {
      erased.add(scenarioId);
    }

    @Override
    public void count(Count what) {
      // Counts are compared by the case folders.
    }
  }
}
