package dev.wend.job.journey;

import static dev.wend.job.journey.Versioned.VIEW;
import static dev.wend.job.journey.Versioned.compiled;
import static dev.wend.job.journey.Versioned.document;
import static dev.wend.job.journey.Versioned.joined;
import static dev.wend.job.journey.Versioned.scenario;
import static dev.wend.job.journey.Versioned.twoTriggers;
import static dev.wend.job.journey.Versioned.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.compile.CompiledScenario;
import dev.wend.event.ActionRecord;
import dev.wend.event.CustomerEvent;
import dev.wend.event.TraceRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of the running scenarios does to one customer (SEMANTICS.md section 6, "Live"). */
class DeploymentsTest {
  private static final long HOUR = 3_600_000;
  private static final String TWO_VIEWS =
      "{ \"pattern\": { \"steps\": [ { \"event\": \"product-viewed\", \"times\": 2 } ], \"within\": \"PT9H\" } }";
  private static final String OLD = "\"old\": { \"from\": \"trigger:/properties/sku\" }";
  private static final String NEW = "\"new\": { \"from\": \"trigger:/properties/price\" }";

  private final Customer customer = new Customer("c");
  private final List<TraceRecord> trace = new ArrayList<>();
  private final List<ActionRecord> actions = new ArrayList<>();
  private Timeline timeline;

  private void run(CompiledScenario running, CompiledScenario... retained) {
    timeline = timelineOf(List.of(running), List.of(retained));
  }

  private Timeline timelineOf(List<CompiledScenario> running, List<CompiledScenario> retained) {
    return new Timeline(
        new RunningScenarios(running, retained),
        new JourneyOutput() {
          @Override
          public void action(ActionRecord action) {
            actions.add(action);
          }

          @Override
          public void trace(TraceRecord record) {
            trace.add(record);
          }

          @Override
          public void erased(String scenarioId) {
            throw new IllegalStateException("nobody is erased");
          }

          @Override
          public void count(Count what) {
            assertThat(what).isIn(Count.APPLIED, Count.MISSING_VALUE);
          }
        },
        Duration.ofHours(1));
  }

  @Test
  void restartedJourneysHaveIdsOfTheirOwn() {
    CompiledScenario before = scenario(1, "\"onUpdate\": \"restart\"", VIEW, "");
    CompiledScenario after = scenario(2, "\"onUpdate\": \"restart\"", VIEW, "");
    run(before);
    carry(2, viewed("m1", 1), viewed("m2", 2), viewed("m3", 2));
    deploy(after, new Deployment.Updated(before, after), before);

    assertThat(customer.instances())
        .extracting(instance -> instance.origin().messageId())
        .containsExactly("", "m2", "m3");
    assertThat(customer.instances())
        .allSatisfy(instance -> assertThat(instance.origin().trigger()).isPresent())
        .extracting(instance -> Identifiers.instance("c", instance.origin()))
        .doesNotHaveDuplicates();
    assertThat(told())
        .endsWith(
            "restarted wait 1",
            "entered start 2",
            "restarted wait 1",
            "entered start 2",
            "restarted wait 1",
            "entered start 2");
  }

  @Test
  void ofTheTriggerEventIsKeptWhatTheOldVersionNamed() {
    CompiledScenario before = scenario(1, "", VIEW, OLD);
    CompiledScenario after = scenario(2, "\"onUpdate\": \"restart\"", VIEW, OLD + ", " + NEW);
    run(before);
    carry(1, viewed("m1", 1));
    deploy(after, new Deployment.Updated(before, after), before);
    carry(1 + 3 * HOUR);

    JsonNode data = actions.get(0).toJson().path("data");
    assertThat(data.path("old").textValue()).isEqualTo("sku-m1");
    assertThat(data.path("new").isNull()).isTrue();
    assertThat(actions.get(0).toJson().path("trigger").path("messageId").asText()).isEqualTo("m1");
  }

  @ParameterizedTest
  @CsvSource({"PT9H, 1", "PT8H, 0"})
  void anUnchangedPatternGoesOnWhereItWas(String within, int entered) {
    CompiledScenario before = scenario(1, "", TWO_VIEWS, "");
    CompiledScenario after = scenario(2, "", TWO_VIEWS.replace("PT9H", within), "");
    run(before);
    carry(1, viewed("m1", 1));
    deploy(after, new Deployment.Updated(before, after), before);
    carry(5, viewed("m2", 5));

    assertThat(told()).filteredOn("entered start 2"::equals).hasSize(entered);
  }

  @Test
  void aStopForgetsPartialMatchesToo() {
    CompiledScenario before = scenario(1, "", TWO_VIEWS, "");
    run(before);
    carry(1, viewed("m1", 1));
    timeline = timelineOf(List.of(), List.of(before));
    timeline.deploy(customer, new Deployment.Stopped(before), 1);

    assertThat(customer.partialMatches()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "'\"activeFrom\": \"1970-01-01T00:00:00.006Z\",', 0",
    "'\"activeFrom\": \"1970-01-01T00:00:00.005Z\",', 1",
    "'\"activeUntil\": \"1970-01-01T00:00:00.005Z\",', 0"
  })
  void currentMembersEnterAtTheStartWhereEntriesAreAllowedThen(String period, int entered) {
    CompiledScenario members =
        compiled(
            document(1, "", "{ \"segment\": \"women\", \"members\": \"both\" }", "")
                .replace("\"status\"", period + " \"status\""));
    timeline = timelineOf(List.of(), List.of());
    carry(5, joined("m1", 1));
    deploy(members, new Deployment.Started(members));

    assertThat(told()).filteredOn("entered start 1"::equals).hasSize(entered);
    assertThat(customer.carriedTo()).isEqualTo(5);
  }

  @Test
  void anUpdateMayExitWhatIsInFlight() {
    CompiledScenario before = scenario(1, "", VIEW, "");
    CompiledScenario after = scenario(2, "\"onUpdate\": \"exit\"", VIEW, "");
    run(before);
    carry(1, viewed("m1", 1));
    deploy(after, new Deployment.Updated(before, after), before);

    assertThat(told()).containsExactly("entered start 1", "exited wait 1");
    assertThat(trace.get(1).toJson().path("reason").asText()).isEqualTo("updated");
    assertThat(customer.instances()).isEmpty();
  }

  @Test
  void aStopIsTold() {
    CompiledScenario before = scenario(1, "", VIEW, "");
    run(before);
    carry(1, viewed("m1", 1));
    timeline = timelineOf(List.of(), List.of(before));
    timeline.deploy(customer, new Deployment.Stopped(before), 5);

    assertThat(told()).containsExactly("entered start 1", "exited wait 1");
    assertThat(trace.get(1).toJson().path("reason").asText()).isEqualTo("stopped");
    assertThat(trace.get(1).timestamp()).isEqualTo(5);
  }

  @Test
  void whoEnteredByTheClockIsToldApartByTheFormerId() {
    String left =
        "{ \"pattern\": { \"steps\": [ { \"event\": \"product-viewed\" }, "
            + "{ \"not\": { \"event\": \"order-completed\" } } ], \"within\": \"PT0.002S\" } }";
    CompiledScenario before = scenario(1, "\"onUpdate\": \"restart\"", left, "");
    CompiledScenario after = scenario(2, "\"onUpdate\": \"restart\"", left, "");
    run(before);
    carry(4, viewed("m1", 1), viewed("m2", 2));
    String second = Identifiers.instance("c", customer.instances().get(1).origin());
    deploy(after, new Deployment.Updated(before, after), before);

    assertThat(customer.instances())
        .extracting(instance -> instance.origin().messageId())
        .containsExactly("", second);
  }

  @ParameterizedTest
  @CsvSource({"second, second", "gone, first"})
  void aRestartIsAtTheSameTriggerOrElseTheFirst(String entered, String restarted) {
    CompiledScenario before = compiled(twoTriggers(1, "other", entered));
    CompiledScenario after = compiled(twoTriggers(2, "first", "second"));
    run(before);
    carry(1, viewed("m1", 1));
    deploy(after, new Deployment.Updated(before, after), before);

    assertThat(told()).last().isEqualTo("entered " + restarted + " 2");
  }

  @Test
  void newMembersAreNotCurrentOnes() {
    CompiledScenario members =
        scenario(1, "", "{ \"segment\": \"women\", \"members\": \"new\" }", "");
    timeline = timelineOf(List.of(), List.of());
    carry(5, joined("m1", 1));
    deploy(members, new Deployment.Started(members));

    assertThat(trace).isEmpty();
  }

  @Test
  void partialMatchesOfATriggerThatIsGoneAreForgottenAndThoseOfOtherScenariosKept() {
    CompiledScenario before = scenario(1, "", TWO_VIEWS, "");
    CompiledScenario after =
        compiled(document(2, "", TWO_VIEWS, "").replace("\"id\": \"start\"", "\"id\": \"begin\""));
    CompiledScenario other =
        compiled(document(1, "", TWO_VIEWS, "").replace("\"id\": \"s\"", "\"id\": \"t\""));
    timeline = timelineOf(List.of(before, other), List.of());
    carry(1, viewed("m1", 1));
    timeline = timelineOf(List.of(after, other), List.of(before));
    timeline.deploy(customer, new Deployment.Updated(before, after), 1);
    assertThat(customer.partialMatches()).hasSize(1);

    timeline.deploy(customer, new Deployment.Stopped(after), 1);
    assertThat(customer.partialMatches().keySet())
        .extracting(owner -> owner.version().scenarioId())
        .containsExactly("t");
  }

  @Test
  void whatARestartDoesMayLetTheCustomerInElsewhere() {
    String tags =
        document(2, "\"onUpdate\": \"restart\"", VIEW, "")
            .replace("\"next\": \"wait\"", "\"next\": \"tag\"")
            .replace(
                "{ \"id\": \"wait\"",
                "{ \"id\": \"tag\", \"type\": \"add-tag\", \"tag\": \"x\", \"next\": \"wait\" }, "
                    + "{ \"id\": \"wait\"");
    CompiledScenario before = scenario(1, "", VIEW, "");
    CompiledScenario after = compiled(tags);
    CompiledScenario tagged =
        compiled(
            document(7, "", "{ \"tag\": \"x\", \"change\": \"added\" }", "")
                .replace("\"id\": \"s\"", "\"id\": \"t\""));
    timeline = timelineOf(List.of(before, tagged), List.of());
    carry(1, viewed("m1", 1));
    timeline = timelineOf(List.of(after, tagged), List.of(before));
    timeline.deploy(customer, new Deployment.Updated(before, after), 5);

    assertThat(told()).last().isEqualTo("entered start 7");
  }

  @Test
  void otherScenariosAreNotTouched() {
    CompiledScenario stays = scenario(1, "", VIEW, "");
    CompiledScenario other =
        compiled(document(1, "", VIEW, "").replace("\"id\": \"s\"", "\"id\": \"t\""));
    timeline = timelineOf(List.of(stays, other), List.of());
    carry(1, viewed("m1", 1));
    timeline = timelineOf(List.of(stays), List.of(other));
    timeline.deploy(customer, new Deployment.Stopped(other), 1);

    assertThat(customer.instances())
        .singleElement()
        .returns("s", instance -> instance.version().scenarioId());
  }

  private void deploy(
      CompiledScenario running, Deployment deployment, CompiledScenario... retained) {
    run(running, retained);
    timeline.deploy(customer, deployment, 5);
  }

  private void carry(long until, CustomerEvent... events) {
    timeline.carry(customer, new PendingEvents(List.of(events)), until, () -> false);
  }

  private List<String> told() {
    return trace.stream()
        .map(TraceRecord::toJson)
        .map(
            record ->
                "%s %s %d"
                    .formatted(
                        record.path("kind").asText(),
                        record.path("nodeId").asText(),
                        record.path("scenarioVersion").asInt()))
        .toList();
  }
}
