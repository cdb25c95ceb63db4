package dev.wend.job.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wend.check.ScenarioChecker;
import dev.wend.event.TraceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is derived of the ways between two records. */
class WayTest {
  private static final long MONDAY = Instant.parse("2026-01-05T10:00:00Z").toEpochMilli();
  private static final NumberedGraph GRAPH =
      graph(
          """
          { "id": "s", "version": 1, "name": "s", "status": "active", "nodes": [
            { "id": "in", "type": "trigger", "on": { "event": "form-submitted" }, "next": "hour" },
            { "id": "hour", "type": "delay", "for": "PT1H", "next": "day" },
            { "id": "day", "type": "sleep", "for": "P1D", "next": "mail" },
            { "id": "mail", "type": "send-email", "template": "t", "consents": ["email"], "next": "nine" },
            { "id": "nine", "type": "wait-until", "timeOfDay": "09:00", "next": "date" },
            { "id": "date", "type": "wait-until", "at": { "from": "trigger:/properties/at" }, "next": "later" },
            { "id": "later", "type": "delay", "for": "PT2H", "next": "opened" },
            { "id": "opened", "type": "condition", "if": { "event": "email-opened" }, "within": "PT3H", "yes": "done", "no": "push" },
            { "id": "push", "type": "send-push", "template": "t", "next": "done" },
            { "id": "done", "type": "end" } ] }
          """);

  private final Heard heard = new Heard();

  @Test
  void nodesWithoutRecordsArePassedInTheirTimes() {
    entered().acted("mail", at("P1DT1H"));

    assertThat(heard.lines)
        .containsExactly(
            "at in",
            "in to hour after PT0S",
            "at hour",
            "hour to day after PT1H",
            "at day",
            "day to mail after PT24H",
            "at mail",
            "mail to nine after PT0S",
            "at nine");
  }

  @Test
  void timesBeforeAnUnknownMomentComeFromWhatIsBehindIt() {
    Way way = entered();
    way.acted("mail", at("P1DT1H"));
    heard.lines.clear();

    way.decided("opened", "no", at("P10D"));

    assertThat(heard.lines)
        .containsExactly(
            "nine to date after PT22H",
            "at date",
            "date to later after PT188H",
            "at later",
            "later to opened after PT2H",
            "at opened",
            "opened to push after PT3H",
            "at push");
  }

  @Test
  void whatTheTraceDoesNotTellIsNotGuessed() {
    Way way = entered();
    way.acted("mail", at("P1DT1H"));
    heard.lines.clear();

    way.decided("opened", "yes", at("P10D"));

    assertThat(heard.lines)
        .containsExactly(
            "nine to date after PT22H",
            "at date",
            "date to later after ?",
            "at later",
            "later to opened after ?",
            "at opened",
            "opened to done after ?",
            "at done");
  }

  @Test
  void whatIsOverAtTheEndOfTheClockIsPassed() {
    entered().stands(at("PT1H"));
    assertThat(heard.lines).endsWith("at day", "waits at day");
    entered().stands(at("PT59M59.999S"));
    assertThat(heard.lines).endsWith("at hour", "waits at hour");
  }

  @Test
  void aWaitThatTheTraceDoesNotTellToBeOverIsNot() {
    Way way = entered();
    way.acted("mail", at("P1DT1H"));

    way.stands(at("P300D"));

    assertThat(heard.lines).endsWith("at date", "waits at date");
  }

  @Test
  void aMessageThatIsNotSentIsPassedUnlessTheJourneyEndsThere() {
    Way on = entered();
    on.suppressed("mail", at("P1DT1H"));
    on.stands(at("P1DT1H"));
    assertThat(heard.lines).endsWith("mail to nine after PT0S", "at nine", "waits at nine");

    Way out = entered();
    out.suppressed("mail", at("P1DT1H"));
    out.ended(TraceKind.EXITED, "mail", "exited: consent-missing", at("P1DT1H"));
    assertThat(heard.lines).endsWith("at mail", "exited: consent-missing at mail after PT25H");
  }

  @Test
  void whoLeavesStoodWhereTheRecordSays() {
    entered().ended(TraceKind.EXITED, "day", "exited: order-completed", at("PT5H"));

    assertThat(heard.lines)
        .endsWith("hour to day after PT1H", "at day", "exited: order-completed at day after PT5H");
  }

  @Test
  void whoIsErasedStoodWhereTimeHadBrought() {
    entered().removed("erased", at("PT3H"));

    assertThat(heard.lines).endsWith("at day", "erased at day after PT3H");
  }

  @Test
  void aTraceOfAnotherDocumentIsRefused() {
    Way way = entered();
    way.acted("mail", at("P1DT1H"));

    assertThatThrownBy(() -> way.acted("push", at("P20D")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the trace is not one of this version of s");
  }

  private Way entered() {
    return Way.entered(GRAPH, heard, "in", MONDAY);
  }

  private static long at(String after) {
    return MONDAY + Duration.parse(after).toMillis();
  }

  private static NumberedGraph graph(String document) {
    return new NumberedGraph(ScenarioChecker.check("s.json", document).scenario().orElseThrow());
  }

  private static final class Heard implements Passages {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void arrived(int node) {
      lines.add("at " + GRAPH.node(node).id());
    }

    @Override
    public void went(int edge, OptionalLong stay) {
      NumberedGraph.Edge gone = GRAPH.edges().get(edge);
      String time = stay.isPresent() ? Duration.ofMillis(stay.getAsLong()).toString() : "?";
      lines.add(
          GRAPH.node(gone.from()).id() + " to " + GRAPH.node(gone.to()).id() + " after " + time);
    }

    @Override
    public void ended(int node, String ending, long entered, long time) {
      lines.add(
          ending + " at " + GRAPH.node(node).id() + " after " + Duration.ofMillis(time - entered));
    }

    @Override
    public void waits(int node) {
      lines.add("waits at " + GRAPH.node(node).id());
    }
  }
}
