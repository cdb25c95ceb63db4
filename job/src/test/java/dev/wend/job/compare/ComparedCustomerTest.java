package dev.wend.job.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wend.check.ScenarioChecker;
import dev.wend.compile.CompiledScenario;
import dev.wend.compile.ScenarioCompiler;
import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How journeys are laid side by side, and where they are found to part. */
class ComparedCustomerTest {
  private static final long HOUR = 3_600_000;
  private static final String BASE =
      """
      { "id": "cart", "version": 1, "name": "Cart", "status": "active",
        "settings": { "duplicateHandling": "ignore" },
        "nodes": [
          { "id": "in", "type": "trigger", "on": { "event": "product-added-to-cart" }, "next": "wait" },
          { "id": "wait", "type": "delay", "for": "PT2H", "next": "bought" },
          { "id": "bought", "type": "condition", "if": { "event": "order-completed" }, "yes": "done", "no": "mail" },
          { "id": "mail", "type": "send-email", "template": "cart", "next": "tag" },
          { "id": "tag", "type": "add-tag", "tag": "reminded", "next": "done" },
          { "id": "done", "type": "end" } ] }
      """;
  private static final String OF_TAG =
      """
      { "id": "tagged", "version": 1, "name": "Tagged", "status": "active",
        "nodes": [
          { "id": "in", "type": "trigger", "on": { "event": "tag-added", "tag": "reminded" }, "next": "push" },
          { "id": "push", "type": "send-push", "template": "again",
            "data": { "tag": { "from": "trigger:/properties/tag" } }, "next": "done" },
          { "id": "done", "type": "end" } ] }
      """;

  /** A cart at hour 0, an order at hour 3, a cart at hour 4; the clock ends at hour 24. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what is replaced | by what | scenario outcome: differing | A | B
        "\"version\": 1 | \"version\": 2 | ''",
        "\"name\": \"Cart\" | \"name\": \"Basket\" | ''",
        "PT2H | PT1H | cart otherTimes [time] bought decided no 2 / bought decided no 1; tagged otherTimes [time] in entered 2 / in entered 1; cart otherTimes [time] bought decided no 6 / bought decided no 5; tagged otherTimes [time] in entered 6 / in entered 5",
        "PT2H | PT6H | cart otherPath [decision, time] bought decided no 2 / bought decided yes 6; tagged onlyA [] in entered 2 / -; cart otherPath [kind] in entered 4 / in entry-ignored 4; tagged onlyA [] in entered 6 / -",
        "PT2H | P2D | cart unfinished [] bought decided no 2 / -; tagged onlyA [] in entered 2 / -; cart otherPath [kind] in entered 4 / in entry-ignored 4; tagged onlyA [] in entered 6 / -",
        "\"template\": \"cart\" | \"template\": \"basket\" | cart otherPath [action] mail action 2 / mail action 2; cart otherPath [action] mail action 6 / mail action 6",
        "\"yes\": \"done\", \"no\": \"mail\" | \"yes\": \"mail\", \"no\": \"done\" | cart otherPath [kind, node, action] mail action 2 / done finished 2; tagged onlyA [] in entered 2 / -; cart otherPath [kind, node, action] mail action 6 / done finished 6; tagged onlyA [] in entered 6 / -",
        "product-added-to-cart | product-viewed | cart onlyA [] in entered 0 / -; tagged onlyA [] in entered 2 / -; cart onlyA [] in entered 4 / -; tagged onlyA [] in entered 6 / -",
        "\"tag\": \"reminded\" | \"tag\": \"told\" | cart otherPath [action] tag action 2 / tag action 2; tagged onlyA [] in entered 2 / -; cart otherPath [action] tag action 6 / tag action 6; tagged onlyA [] in entered 6 / -"
      })
  void aChangeIsFoundWhereItFirstShows(String from, String to, String expected) {
    assertThat(BASE).contains(from);
    List<CustomerEvent> events =
        List.of(
            event("c1", EventKind.PRODUCT_ADDED_TO_CART, 0),
            event("o1", EventKind.ORDER_COMPLETED, 3),
            event("c2", EventKind.PRODUCT_ADDED_TO_CART, 4));

    assertThat(
            differences(
                List.of(BASE, OF_TAG), List.of(BASE.replace(from, to), OF_TAG), events, List.of()))
        .isEqualTo(expected);
  }

  @Test
  void scenariosOfDifferentIdsAreComparedWhereTheyAreNamed() {
    List<CustomerEvent> events = List.of(event("c1", EventKind.PRODUCT_ADDED_TO_CART, 0));
    String renamed = BASE.replace("\"id\": \"cart\"", "\"id\": \"basket\"");

    assertThat(differences(List.of(BASE), List.of(renamed), events, List.of()))
        .isEqualTo("basket onlyB [] - / in entered 0; cart onlyA [] in entered 0 / -");
    assertThat(
            differences(
                List.of(BASE),
                List.of(renamed),
                events,
                List.of(new Pairing.Pair("cart", "basket"))))
        .isEmpty();
  }

  @Test
  void anErasureIsOnBothSides() {
    List<CustomerEvent> events =
        List.of(
            event("c1", EventKind.PRODUCT_ADDED_TO_CART, 0),
            event("e1", EventKind.CUSTOMER_ERASED, 3),
            event("c2", EventKind.PRODUCT_ADDED_TO_CART, 4));

    assertThat(differences(List.of(BASE), List.of(BASE), events, List.of())).isEmpty();
    assertThat(differences(List.of(BASE), List.of(BASE.replace("PT2H", "PT4H")), events, List.of()))
        .isEqualTo(
            "cart unfinished [] bought decided no 2 / -; "
                + "cart otherTimes [time] bought decided no 6 / bought decided no 8");
  }

  @Test
  void anEntryByTheClockIsTheSameOne() {
    String yearly =
        BASE.replace(
            "\"event\": \"product-added-to-cart\"",
            "\"anniversary\": \"/birthday\", \"timeOfDay\": \"06:00\"");
    CustomerEvent birthday =
        new CustomerEvent(
            "p1",
            "ada",
            EventKind.PROFILE_UPDATED,
            "",
            0,
            Json.object().put("birthday", "1990-01-01"),
            Channel.ONLINE,
            0);

    assertThat(
            differences(
                List.of(yearly),
                List.of(yearly.replace("PT2H", "PT3H").replace("\"version\": 1", "\"version\": 7")),
                List.of(birthday),
                List.of()))
        .isEqualTo("cart otherTimes [time] bought decided no 8 / bought decided no 9");
  }

  private static CustomerEvent event(String messageId, EventKind kind, long hour) {
    return new CustomerEvent(
        messageId, "ada", kind, "", hour * HOUR, Json.object(), Channel.ONLINE, 0);
  }

  /** All that differs, in one line. */
  private static String differences(
      List<String> first,
      List<String> second,
      List<CustomerEvent> events,
      List<Pairing.Pair> named) {
    List<CompiledScenario> a = first.stream().map(ComparedCustomerTest::compiled).toList();
    List<CompiledScenario> b = second.stream().map(ComparedCustomerTest::compiled).toList();
    Pairing pairing = Pairing.of(ids(a), ids(b), named);
    KnownEvents known = new KnownEvents(events);
    Duration horizon = Duration.ofHours(1);
    ComparedCustomer compared =
        ComparedCustomer.of(
            "ada",
            new SideRun(Side.A, a, pairing, horizon).run("ada", events, known, 24 * HOUR),
            new SideRun(Side.B, b, pairing, horizon).run("ada", events, known, 24 * HOUR));
    List<String> told = new ArrayList<>();
    compared
        .difference()
        .path("partings")
        .forEach(parting -> told.add(words((ObjectNode) parting)));
    assertThat(compared.partings()).allMatch(Matched::differs);
    return String.join("; ", told);
  }

  private static CompiledScenario compiled(String document) {
    return ScenarioCompiler.compile(
        ScenarioChecker.check("document", document).scenario().orElseThrow());
  }

  private static List<String> ids(List<CompiledScenario> scenarios) {
    return scenarios.stream().map(scenario -> scenario.scenario().id()).toList();
  }

  private static String words(ObjectNode parting) {
    List<String> aspects = new ArrayList<>();
    parting.path("differ").forEach(aspect -> aspects.add(aspect.textValue()));
    return String.join(
        " ",
        parting.path("scenario").textValue(),
        parting.path("outcome").textValue(),
        aspects.toString(),
        step(parting, "a"),
        "/",
        step(parting, "b"));
  }

  private static String step(ObjectNode parting, String side) {
    if (!parting.has(side)) {
      return "-";
    }
    long hour =
        Instant.ofEpochMilli(parting.at("/" + side + "/timestamp").asLong()).getEpochSecond()
            / 3600;
    return Stream.of("node", "kind", "decision", "reason")
            .map(member -> parting.at("/" + side + "/" + member).asText())
            .filter(text -> !text.isEmpty())
            .reduce((left, right) -> left + " " + right)
            .orElseThrow()
        + " "
        + hour;
  }
}
