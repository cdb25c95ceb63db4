package dev.wend.job.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.check.CheckedScenario;
import dev.wend.check.ScenarioChecker;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import dev.wend.job.journey.Count;
import dev.wend.job.reference.ReferenceInterpreter.Records;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No more than 1,000 internal events go back to one step of depth 0 (SEMANTICS.md section 5, step 6). */
class LongCascadeTest {
  private static final long T = 1_767_607_200_000L;
  private static final int FIELDS = 10;
  private static final int TAGS = 110;
  private static final int MOST = 1_000;

  @Test
  void allActionsAreDoneButNotAllAreFollowedByAnEvent() {
    List<CheckedScenario> scenarios =
        List.of(
            scenario(
                "a-form",
                "form-submitted",
                "\"type\": \"update-field\", \"field\": \"/f\", \"value\": 1",
                FIELDS),
            scenario("b-field", "profile-updated", "\"type\": \"add-tag\", \"tag\": \"t\"", TAGS),
            scenario("c-tag", "tag-added", "\"type\": \"dynamic-content\", \"content\": \"x\"", 1));
    List<CustomerEvent> events = List.of(form("m1", T), form("m2", T + 1));

    Records engine =
        new EngineReplay(scenarios.stream().map(ScenarioCompiler::compile).toList(), events, T + 1)
            .atOnce(T + 1);

    assertThat(done(engine))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "update-field", 2L * FIELDS,
                "add-tag", 2L * FIELDS * TAGS,
                "dynamic-content", 2L * (MOST - FIELDS)));
    assertThat(engine.counts())
        .containsEntry(Count.CASCADE_CUT.id(), 2 * (FIELDS + FIELDS * TAGS - MOST));
    assertThat(engine)
        .isEqualTo(
            ReferenceInterpreter.replay(
                    scenarios.stream().map(CheckedScenario::scenario).toList(), events, T + 1)
                .records());
  }

  private static Map<String, Long> done(Records records) {
    return records.actions().stream()
        .map((ObjectNode action) -> action.path("type").asText())
        .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
  }

  /** One trigger, and behind it the same action so many times. */
  private static CheckedScenario scenario(String id, String event, String action, int times) {
    String actions =
        IntStream.range(0, times)
            .mapToObj(
                number ->
                    "{ \"id\": \"n%d\", %s, \"next\": \"n%d\" },"
                        .formatted(number, action, number + 1))
            .collect(Collectors.joining("\n"));
    String document =
        """
        { "id": "%s", "version": 1, "name": "x", "status": "active", "nodes": [
          { "id": "t", "type": "trigger", "on": { "event": "%s" }, "next": "n0" },
          %s
          { "id": "n%d", "type": "end" } ] }
        """
            .formatted(id, event, actions, times);
    return ScenarioChecker.check(id, document).scenario().orElseThrow();
  }

  private static CustomerEvent form(String messageId, long timestamp) {
    return new CustomerEvent(
        messageId, "c1", EventKind.FORM_SUBMITTED, "", timestamp, Json.object(), Channel.ONLINE, 0);
  }
}
