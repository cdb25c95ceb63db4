package dev.wend.job.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.check.ScenarioChecker;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.event.ActionRecord;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.event.TraceKind;
import dev.wend.event.TraceRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer in whom nothing waits is forgotten ten hours after its last event. */
class ProfileRetentionTest {
  private static final long HOUR = 3_600_000;
  private static final Duration RETENTION = Duration.ofHours(10);
  private static final Duration HORIZON = Duration.ofHours(2);
  private static final String MEMBER = "\"when\": { \"segment\": \"vip\" },";

  private final Customer customer = new Customer("c");
  private final Output output = new Output();
  private final List<CustomerEvent> history = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"35999999, 1", "36000000, 0"})
  void isInTheHalfOpenTimeBehindTheLastEvent(long asked, int entered) {
    joined(0);
    submitted(asked);
    run(RETENTION, asked, submits(MEMBER, "PT1H", ""));

    assertThat(output.told(TraceKind.ENTERED)).hasSize(entered);
    assertThat(output.counted(Count.FORGOTTEN)).isEqualTo(1 - entered);
  }

  @Test
  void isCountedFromTheLastEventThatWasTaken() {
    joined(0);
    submitted(9 * HOUR);
    history.add(event("submitted-9", EventKind.FORM_SUBMITTED, 10 * HOUR));
    history.add(
        new CustomerEvent(
            "echo",
            "c",
            EventKind.TAG_ADDED,
            "",
            11 * HOUR,
            Json.object().put("action_id", "self-1").put("tag", "t"),
            Channel.ONLINE,
            0));
    run(RETENTION, 19 * HOUR - 1, submits("", "PT1H", ""));
    assertThat(output.counted(Count.DUPLICATE)).isOne();
    assertThat(output.counted(Count.ECHO)).isOne();
    assertThat(output.counted(Count.FORGOTTEN)).isZero();
    assertThat(customer.profile().segments()).containsExactly("vip");

    run(RETENTION, 19 * HOUR, submits("", "PT1H", ""));
    assertThat(output.counted(Count.FORGOTTEN)).isOne();
    assertThat(customer.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"86400000, 0, 0", "86399999, 1, 1"})
  void waitsForTheLastInstanceToEnd(long asked, int still, int last) {
    joined(-1);
    submitted(0);
    history.add(event("asked", EventKind.PAGE_VISITED, asked));
    String pages =
        submits(MEMBER, "PT1H", "").replace("form-submitted", "page-visited").replace("s1", "s2");
    run(RETENTION, asked, submits("", "P1D", ""), pages);

    assertThat(output.nodes(TraceKind.ENTERED)).filteredOn("s2"::equals).hasSize(still);
    assertThat(output.told(TraceKind.FINISHED)).hasSize(1 - last);
    assertThat(output.counted(Count.FORGOTTEN)).isEqualTo(1 - last);
  }

  @Test
  void internalEventsOfTheLastInstanceComeBefore() {
    joined(-1);
    submitted(0);
    String tagged =
        submits(MEMBER, "PT1H", "")
            .replace("\"event\": \"form-submitted\"", "\"tag\": \"t\", \"change\": \"added\"")
            .replace("s1", "s2");
    String tags =
        submits("", "P1D", "")
            .replace(
                "\"next\": \"end\" }",
                "\"next\": \"tag\" },"
                    + "{ \"id\": \"tag\", \"type\": \"add-tag\", \"tag\": \"t\", \"next\": \"end\" }");
    run(RETENTION, 24 * HOUR, tags, tagged);

    assertThat(output.nodes(TraceKind.ENTERED)).containsExactly("s1", "s2");
    assertThat(output.counted(Count.FORGOTTEN)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "8, 10"})
  void waitsForPartialMatches(long window, long forgotten) {
    visited(0);
    String pattern = pattern("{ \"event\": \"page-visited\", \"times\": 2 }", window);
    joined(-HOUR);
    run(RETENTION, forgotten * HOUR - 1, pattern);
    assertThat(output.counted(Count.FORGOTTEN)).isZero();

    run(RETENTION, forgotten * HOUR, pattern);
    assertThat(output.counted(Count.FORGOTTEN)).isOne();
    assertThat(customer.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 10, 11})
  void aPatternThatEndsWithANotEntersWhenItsTimeHasPassed(long window) {
    visited(0);
    joined(-1);
    run(
        RETENTION,
        30 * HOUR,
        pattern(
            "{ \"event\": \"page-visited\" }, { \"not\": { \"event\": \"form-submitted\" } }",
            window));

    assertThat(output.told(TraceKind.ENTERED)).hasSize(1);
    assertThat(output.counted(Count.FORGOTTEN)).isOne();
  }

  @Test
  void aMessageIdStaysTakenBeyondIt() {
    joined(0);
    history.add(event("joined-0", EventKind.SEGMENT_ENTERED, 2 * HOUR - 1));
    run(Duration.ofHours(1), 2 * HOUR - 1, submits("", "PT1H", ""));
    assertThat(output.counted(Count.FORGOTTEN)).isOne();
    assertThat(output.counted(Count.DUPLICATE)).isOne();
    assertThat(customer.isEmptyButForMessages()).isTrue();
    assertThat(customer.isEmpty()).isFalse();

    run(Duration.ofHours(1), 2 * HOUR, submits("", "PT1H", ""));
    assertThat(customer.isEmpty()).isTrue();
  }

  @Test
  void entryCountsAreForgottenToo() {
    submitted(0);
    submitted(2 * HOUR);
    submitted(12 * HOUR);
    run(RETENTION, 12 * HOUR, submits("", "PT1H", "\"entryLimit\": { \"max\": 1 }"));

    assertThat(output.told(TraceKind.ENTERED)).hasSize(2);
    assertThat(output.told(TraceKind.ENTRY_LIMITED)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1970-01-01T09:59, 1", "1970-01-01T10:00, 0"})
  void aDateToComeDoesNotWait(String date, int entered) {
    joined(0);
    String trigger = "\"date\": \"%s\", \"segment\": \"vip\"".formatted(date);
    run(
        RETENTION,
        20 * HOUR,
        submits("", "PT1M", "").replace("\"event\": \"form-submitted\"", trigger));

    assertThat(output.told(TraceKind.ENTERED)).hasSize(entered);
    assertThat(output.counted(Count.FORGOTTEN)).isOne();
  }

  @Test
  void nobodyIsForgottenWithoutIt() {
    joined(0);
    run(Timeline.FOREVER, Long.MAX_VALUE - 1, submits("", "PT1H", ""));

    assertThat(output.counted(Count.FORGOTTEN)).isZero();
    assertThat(customer.profile().segments()).containsExactly("vip");
  }

  @Test
  void theNextCarriageIsThen() {
    joined(5);
    Timeline timeline = timeline(RETENTION, submits("", "PT1H", ""));
    carry(timeline, 5);

    assertThat(timeline.nextCarriage(customer)).isEqualTo(5 + 10 * HOUR);
  }

  private void joined(long timestamp) {
    history.add(event("joined-" + timestamp / HOUR, EventKind.SEGMENT_ENTERED, timestamp));
  }

  private void submitted(long timestamp) {
    history.add(event("submitted-" + timestamp / HOUR, EventKind.FORM_SUBMITTED, timestamp));
  }

  private void visited(long timestamp) {
    history.add(event("visited-" + timestamp / HOUR, EventKind.PAGE_VISITED, timestamp));
  }

  private static CustomerEvent event(String messageId, EventKind kind, long timestamp) {
    return new CustomerEvent(
        messageId,
        "c",
        kind,
        "",
        timestamp,
        Json.object().put("audience_key", "vip"),
        Channel.ONLINE,
        0);
  }

  private static String submits(String when, String delay, String settings) {
    return """
        { "id": "s1", "version": 1, "name": "S", "status": "active", "settings": { %s },
          "nodes": [
            { "id": "s1", "type": "trigger", "on": { "event": "form-submitted" }, %s "next": "wait" },
            { "id": "wait", "type": "delay", "for": "%s", "next": "end" },
            { "id": "end", "type": "end" } ] }
        """
        .formatted(settings, when, delay);
  }

  private static String pattern(String steps, long hours) {
    return submits("", "PT1M", "")
        .replace(
            "\"event\": \"form-submitted\"",
            "\"pattern\": { \"steps\": [ %s ], \"within\": \"PT%dH\" }".formatted(steps, hours));
  }

  private void run(Duration retention, long until, String... documents) {
    carry(timeline(retention, documents), until);
  }

  /** Takes of the history what has come by then. */
  private void carry(Timeline timeline, long until) {
    List<CustomerEvent> due = history.stream().filter(event -> event.timestamp() <= until).toList();
    history.removeAll(due);
    assertThat(timeline.carry(customer, new PendingEvents(due), until, () -> false)).isTrue();
  }

  private Timeline timeline(Duration retention, String... documents) {
    return new Timeline(
        new RunningScenarios(
            Stream.of(documents)
                .map(
                    document ->
                        ScenarioCompiler.compile(
                            ScenarioChecker.check("s.json", document).scenario().orElseThrow()))
                .toList()),
        output,
        HORIZON,
        retention);
  }

  private static final class Output implements JourneyOutput {
    private final List<TraceRecord> trace = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();

    List<TraceRecord> told(TraceKind kind) {
      return trace.stream().filter(record -> record.kind() == kind).toList();
    }

    List<String> nodes(TraceKind kind) {
      return told(kind).stream().map(record -> record.subject().orElseThrow().nodeId()).toList();
    }

    long counted(Count what) {
      return counts.stream().filter(what::equals).count();
    }

    @Override
    public void action(ActionRecord action) {
      // Every action is in the trace.
    }

    @Override
    public void trace(TraceRecord record) {
      trace.add(record);
    }

    @Override
    public void erased(String scenarioId) {
      throw new AssertionError("nobody is erased");
    }

    @Override
    public void count(Count what) {
      counts.add(what);
    }
  }
}
