package dev.wend.job.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.connectors.kafka.ControlMessage;
import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import dev.wend.job.operator.Control;
import dev.wend.job.operator.ScenarioDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of requests, one after the other; {@code file}, {@code put}, {@code stop} and what they are about. */
class LedgerTest {
  private static Stream<Arguments> stories() {
    return Stream.of(
        Arguments.of("a start", List.of("put a 1"), List.of("accepted")),
        Arguments.of(
            "a higher version", List.of("put a 1", "put a 3"), List.of("accepted", "accepted")),
        Arguments.of(
            "a lower version", List.of("put a 3", "put a 1"), List.of("accepted", "refused")),
        Arguments.of(
            "the same document", List.of("put a 1", "put a 1"), List.of("accepted", "unchanged")),
        Arguments.of(
            "the same document, laid out anew",
            List.of("put a 1", "put a 1 spaced"),
            List.of("accepted", "unchanged")),
        Arguments.of(
            "the same version of something else",
            List.of("put a 1", "put a 1 renamed"),
            List.of("accepted", "refused")),
        Arguments.of("a stop", List.of("put a 1", "stop a"), List.of("accepted", "accepted")),
        Arguments.of("a stop of nothing", List.of("stop a"), List.of("unchanged")),
        Arguments.of(
            "a start after a stop, of any version",
            List.of("put a 3", "stop a", "put a 1"),
            List.of("accepted", "accepted", "accepted")),
        Arguments.of(
            "a draft stops what runs",
            List.of("put a 1", "put a 2 draft"),
            List.of("accepted", "accepted")),
        Arguments.of("a draft alone", List.of("put a 1 draft"), List.of("unchanged")),
        Arguments.of(
            "a broken document leaves what runs",
            List.of("put a 1", "put a 2 broken", "put a 1"),
            List.of("accepted", "refused", "unchanged")),
        Arguments.of("rubbish", List.of("rubbish a"), List.of("refused")),
        Arguments.of("another key", List.of("put a 1 astray"), List.of("refused")),
        Arguments.of("no key", List.of("put a 1 keyless"), List.of("refused")),
        Arguments.of("a file", List.of("file a 1"), List.of("accepted")),
        Arguments.of(
            "a file again", List.of("file a 1", "file a 1"), List.of("accepted", "unchanged")),
        Arguments.of(
            "a newer file", List.of("file a 1", "file a 2"), List.of("accepted", "accepted")),
        Arguments.of(
            "the topic beats the file",
            List.of("put a 1", "file a 2"),
            List.of("accepted", "unchanged")),
        Arguments.of(
            "a stop by the topic beats the file",
            List.of("file a 1", "stop a", "file a 2"),
            List.of("accepted", "accepted", "unchanged")),
        Arguments.of(
            "a broken document in the topic says nothing about the file",
            List.of("put a 1 broken", "file a 1"),
            List.of("refused", "accepted")),
        Arguments.of(
            "a file that is stopped",
            List.of("file a 1", "file a 2 stopped", "file a 3"),
            List.of("accepted", "accepted", "accepted")));
  }

  private static String document(String id, String version, String how) {
    String status =
        switch (how) {
          case "draft", "stopped" -> how;
          case "broken" -> "paused";
          default -> "active";
        };
    String document =
        """
        { "id": "%s", "version": %s, "name": "%s", "status": "%s", "nodes": [
          { "id": "start", "type": "trigger", "on": { "event": "product-viewed" }, "next": "done" },
          { "id": "done", "type": "end" } ] }
        """
            .formatted(id, version, how.equals("renamed") ? "Other" : "Name", status);
    return how.equals("spaced") ? document.replace("\n", " \n ") : document;
  }

  private static Decision take(Ledger ledger, String request, int offset) {
    String[] words = (request + " plainly").split(" ", -1);
    String where = ControlMessage.request("control", 0, offset);
    Optional<String> key = Optional.of(words[1]);
    return switch (words[0]) {
      case "file" ->
          ledger.offer(new ScenarioDocument("a.json", document(words[1], words[2], words[3])));
      case "put" ->
          ledger.offer(
              new ControlMessage(
                  where,
                  key.map(id -> words[3].equals("astray") ? "other" : id)
                      .filter(id -> !words[3].equals("keyless")),
                  Optional.of(document(words[1], words[2], words[3]))));
      case "rubbish" -> ledger.offer(new ControlMessage(where, key, Optional.of("\u0000]")));
      default -> ledger.offer(new ControlMessage(where, key, Optional.empty()));
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void eachRequestIsAnswered(String story, List<String> requests, List<String> answers) {
    Ledger ledger = new Ledger(List.of());
    List<String> answered = new ArrayList<>();
    for (int offset = 0; offset < requests.size(); offset++) {
      Decision decision = take(ledger, requests.get(offset), offset);
      StatusRecord status = decision.status();
      answered.add(status.kind().id());

      assertThat(decision.control().isPresent()).isEqualTo(status.kind() == StatusKind.ACCEPTED);
      decision
          .control()
          .ifPresent(told -> assertThat(told.request()).isEqualTo(status.request().orElseThrow()));
    }

    assertThat(answered).isEqualTo(answers);
  }

  @Test
  void allErrorsOfADocumentAreTold() {
    Ledger ledger = new Ledger(List.of());
    String broken =
        "{ \"id\": \"a\", \"version\": 0, \"nodes\": [ { \"id\": \"x\", \"type\": \"delay\" } ] }";

    StatusRecord answer =
        ledger
            .offer(new ControlMessage("control/0@7", Optional.of("a"), Optional.of(broken)))
            .status();

    assertThat(answer.findings().size()).isGreaterThan(3);
    assertThat(answer.findings().get(0).line()).hasValue(1);
    assertThat(answer.request()).hasValue("control/0@7");
    assertThat(StatusRecord.fromJson(answer.toJson())).hasValue(answer);
  }

  @Test
  void stopsOfWhatNobodyKnowsAreNotWrittenDown() {
    Ledger ledger = new Ledger(List.of(new ScenarioDocument("a.json", document("a", "1", ""))));
    take(ledger, "stop a", 0);
    take(ledger, "stop rubbish", 1);

    assertThat(ledger.entries()).extracting(LedgerEntry::scenarioId).containsExactly("a");
    assertThat(take(ledger, "file a 1", 2).status().kind()).isEqualTo(StatusKind.UNCHANGED);
  }

  @Test
  void whatIsWrittenDownGoesOn() {
    Ledger ledger = new Ledger(List.of());
    take(ledger, "put a 2", 0);
    take(ledger, "put b 1", 1);
    take(ledger, "stop b", 2);

    Ledger restored = Ledger.of(ledger.entries(), List.of());

    assertThat(take(restored, "put a 1", 3).status().kind()).isEqualTo(StatusKind.REFUSED);
    assertThat(take(restored, "file b 2", 4).status().kind()).isEqualTo(StatusKind.UNCHANGED);
    assertThat(take(restored, "stop a", 5).control())
        .contains(new Control.Stop("a", "control/0@5"));
  }
}
