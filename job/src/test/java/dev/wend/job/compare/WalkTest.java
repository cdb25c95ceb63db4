package dev.wend.job.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.check.ScenarioChecker;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges that journeys went along, also past nodes that write nothing. */
class WalkTest {
  private static final long HOUR = 3_600_000;
  private static final String DOCUMENT =
      """
      { "id": "cart", "version": 1, "name": "Cart", "status": "active",
        "settings": { "duplicateHandling": "DUPLICATES", "exitWhen": [{ "event": "order-refunded" }] },
        "nodes": [
          { "id": "in", "type": "trigger", "on": { "event": "product-added-to-cart" }, "next": "wait" },
          { "id": "wait", "type": "delay", "for": "PT2H", "next": "bought" },
          { "id": "bought", "type": "condition", "if": { "event": "order-completed" }, "yes": "done", "no": "mail" },
          { "id": "mail", "type": "send-email", "template": "cart", "consents": CONSENTS, "onConsentMissing": "CONSENT", "next": "later" },
          { "id": "later", "type": "sleep", "for": "PT3H", "next": "reacts" },
          { "id": "reacts", "type": "wait-for", "branches": [{ "if": { "event": "product-viewed" }, "next": "push" }], "within": "PT4H", "else": "done" },
          { "id": "push", "type": "send-push", "template": "again", "consents": [], "next": "done" },
          { "id": "done", "type": "end" } ] }
      """;

  /** Events are a kind and an hour each; journeys are parted by a stroke. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // events; hour in which the clock ends; edges
        "cart 0; 24; in>wait wait>bought bought:no>mail mail>later later>reacts reacts:done>done",
        "cart 0, order 1; 24; in>wait wait>bought bought:yes>done",
        "cart 0, view 6; 24; in>wait wait>bought bought:no>mail mail>later later>reacts reacts:push>push push>done",
        "cart 0; 1; in>wait",
        "cart 0; 3; in>wait wait>bought bought:no>mail mail>later",
        "cart 0; 6; in>wait wait>bought bought:no>mail mail>later later>reacts",
        "cart 0, refund 1; 24; in>wait",
        "cart 0, refund 3; 24; in>wait wait>bought bought:no>mail mail>later",
        "cart 0, refund 6; 24; in>wait wait>bought bought:no>mail mail>later later>reacts",
        "cart 0, erasure 6; 24; in>wait wait>bought bought:no>mail mail>later |",
        "cart 0, cart 1, refund 1; 24; in>wait |"
      })
  void areThoseBetweenTheStepsAndUpToWhereItWaits(String events, long until, String edges) {
    assertThat(edges(document("ignore", "[]", "skip"), events, until)).isEqualTo(edges);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "skip; cart 0; in>wait wait>bought bought:no>mail mail>later later>reacts reacts:done>done",
        "exit; cart 0; in>wait wait>bought bought:no>mail"
      })
  void goOnFromAMessageThatWasNotSentUnlessTheJourneyEndsThere(
      String consent, String events, String edges) {
    assertThat(edges(document("ignore", "[\"email\"]", consent), events, 24)).isEqualTo(edges);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = "cart 0, cart 3; 4; in>wait wait>bought bought:no>mail mail>later | in>wait")
  void beginAnewWhereTheJourneyIsRestarted(String events, long until, String edges) {
    assertThat(edges(document("move-to-start", "[]", "skip"), events, until)).isEqualTo(edges);
  }

  private static CompiledScenario document(String duplicates, String consents, String missing) {
    String document =
        DOCUMENT
            .replace("DUPLICATES", duplicates)
            .replace("CONSENTS", consents)
            .replace("CONSENT", missing);
    return ScenarioCompiler.compile(
        ScenarioChecker.check("document", document).scenario().orElseThrow());
  }

  private static String edges(CompiledScenario scenario, String history, long until) {
    List<CustomerEvent> events = new ArrayList<>();
    for (String event : history.split(", ", -1)) {
      String[] parts = event.split(" ", -1);
      long time = Long.parseLong(parts[1]) * HOUR;
      events.add(
          new CustomerEvent(
              event, "ada", kind(parts[0]), "", time, Json.object(), Channel.ONLINE, 0));
    }
    Pairing pairing = Pairing.of(List.of("cart"), List.of("cart"), List.of());
    return new SideRun(Side.A, List.of(scenario), pairing, Duration.ofHours(1))
        .run("ada", events, new KnownEvents(events), until * HOUR).values().stream()
            .map(WalkTest::words)
            .collect(Collectors.joining(" | "))
            .stripTrailing();
  }

  private static EventKind kind(String name) {
    return switch (name) {
      case "cart" -> EventKind.PRODUCT_ADDED_TO_CART;
      case "order" -> EventKind.ORDER_COMPLETED;
      case "view" -> EventKind.PRODUCT_VIEWED;
      case "refund" -> EventKind.ORDER_REFUNDED;
      case "erasure" -> EventKind.CUSTOMER_ERASED;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String words(Journey journey) {
    return journey.edges().stream()
        .map(
            edge ->
                edge.from()
                    + (edge.decision().isEmpty() ? "" : ":" + edge.decision())
                    + ">"
                    + edge.to())
        .collect(Collectors.joining(" "));
  }
}
