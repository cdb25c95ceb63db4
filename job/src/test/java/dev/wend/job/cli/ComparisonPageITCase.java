package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a comparison, as a reader has it in a browser; its counts against the differences, counted here again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparisonPageITCase {
  private static final String DELAYED = "retail-cancelled-order";
  private static final String TURNED = "retail-large-order";
  private static final String UNCHANGED = "retail-win-back";

  @TempDir private static Path directory;

  private Chromium chromium;
  private ComparedRetail compared;

  @BeforeAll
  void compare() throws IOException, InterruptedException {
    compared = ComparedRetail.in(directory);
    chromium = Chromium.start();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {DELAYED, TURNED, UNCHANGED})
  void headlinesAndPartingsAreThoseOfTheDifferences(String scenario) throws IOException {
    List<JsonNode> partings = partings(scenario);
    long customers = customersThatDiffer(scenario);
    try (OpenedPage page = opened()) {
      page.choose(scenario);

      assertThat(figure(page, "Customers that differ")).isEqualTo(number(customers));
      for (Map.Entry<String, String> counted :
          Map.of("Journeys begun", "entered", "Actions", "action", "Finished", "finished")
              .entrySet()) {
        JsonNode counts = scenario(scenario).at("/counts/" + counted.getValue());
        assertThat(figure(page, counted.getKey())).isEqualTo(change(counts));
      }
      List<Integer> shown = new ArrayList<>();
      for (Locator count : page.page.locator("#partings tbody td:nth-child(2)").all()) {
        shown.add(Integer.parseInt(count.innerText().replace(",", "")));
      }
      assertThat(shown).containsExactlyInAnyOrderElementsOf(byWay(partings).values());
      page.screenshot("compared-" + scenario);
      page.assertQuiet();
    }
  }

  /** How many journeys part in each way, times and messages aside. */
  private static Map<String, Integer> byWay(List<JsonNode> partings) {
    Map<String, Integer> ways = new TreeMap<>();
    for (JsonNode parting : partings) {
      JsonNode turn = parting.has("turn") ? parting.get("turn") : parting;
      String way = parting.get("outcome") + told(turn.path("a")) + told(turn.path("b"));
      boolean sameTurn = told(turn.path("a")).equals(told(turn.path("b")));
      ways.merge(way + (sameTurn ? turn.path("differ") : ""), 1, Integer::sum);
    }
    return ways;
  }

  private static String told(JsonNode step) {
    return "/"
        + step.path("node")
        + step.path("kind")
        + step.path("decision")
        + step.path("reason");
  }

  @ParameterizedTest
  @ValueSource(strings = {DELAYED, TURNED, UNCHANGED})
  void theGraphCountsBothSides(String name) throws IOException {
    JsonNode scenario = scenario(name);
    try (OpenedPage page = opened()) {
      page.choose(name);

      for (JsonNode node : scenario.get("nodes")) {
        assertNumbers(page, "[data-node='" + node.get("id").asText() + "']", node.get("arrived"));
      }
      assertThat(page.page.locator(".pill").count()).isEqualTo(scenario.get("edges").size());
      if (name.equals(DELAYED)) {
        for (JsonNode edge : scenario.get("edges")) {
          String selector =
              "[data-edge='"
                  + edge.get("from").asText()
                  + ">"
                  + edge.get("decision").asText()
                  + "']";
          assertNumbers(page, selector, edge.get("journeys"));
        }
      }
      page.assertQuiet();
    }
  }

  private static void assertNumbers(OpenedPage page, String selector, JsonNode counts) {
    for (String part : List.of("a", "b", "difference")) {
      assertThat(page.number(selector, "data-" + part)).isEqualTo(counts.get(part).asLong());
    }
  }

  @Test
  void aNodeThatWasChangedTellsHowByKeyboard() {
    try (OpenedPage page = opened()) {
      page.choose(DELAYED);
      page.page.locator("[data-node='done']").focus();
      page.page.keyboard().press("Enter");
      assertThat(page.page.locator(".journey-side").innerText()).contains("done", "Finished");

      page.page.locator("[data-node='hour']").focus();
      page.page.keyboard().press(" ");

      assertThat(page.page.locator(".journey-side").innerText())
          .contains("hour", "In A 1 hour", "In B 3 days", "2,252 → 2,226");
      page.assertQuiet();
    }
  }

  @Test
  void aCustomerIsFoundByKeyboardAndTheStepAtWhichTheSidesPartIsMarked() throws IOException {
    try (OpenedPage page = opened()) {
      page.choose(TURNED);
      page.page
          .locator(".finder-search select")
          .selectOption(
              new SelectOption().setLabel("A done: finished | B reminder: did its action"));
      String customer = page.page.locator(".found .id").first().innerText();
      page.page.locator(".finder-search select").selectOption("0");

      page.page.focus("#find");
      page.page.keyboard().type(customer);
      page.page.keyboard().press("Tab");
      page.page.keyboard().press("Tab");
      page.page.keyboard().press("Enter");

      assertThat(page.page.evaluate("document.activeElement.textContent").toString())
          .startsWith(customer);
      Locator shown = page.page.locator(".finder-shown");
      String event = parting(customer, "done", "reminder").at("/cause/messageId").asText();
      assertThat(shown.locator(".callout").allInnerTexts())
          .anySatisfy(
              text ->
                  assertThat(text)
                      .contains("finished at done", "did its action at reminder")
                      .contains("by order-completed " + event));
      assertThat(shown.locator("tr.parts").allInnerTexts())
          .anySatisfy(text -> assertThat(text).contains("Here they part", "finished", "reminder"));
      page.assertQuiet();
    }
  }

  private JsonNode parting(String customer, String a, String b) throws IOException {
    return compared.differences().stream()
        .filter(line -> line.get("customerId").asText().equals(customer))
        .flatMap(line -> stream(line.get("partings")))
        .filter(parting -> parting.at("/a/node").asText().equals(a))
        .filter(parting -> parting.at("/b/node").asText().equals(b))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWayToPartLeadsToItsCustomersByKeyboard() {
    try (OpenedPage page = opened()) {
      page.choose(TURNED);
      page.page.locator("#partings button").first().focus();
      page.page.keyboard().press("Enter");

      assertThat(page.page.evaluate("document.activeElement.textContent"))
          .isEqualTo("Customers that differ");
      assertThat(page.page.locator(".finder-search select").inputValue()).isEqualTo("1");
      assertThat(page.page.locator(".found button").count()).isPositive();

      page.page.fill("#find", "nobody has such an id");
      assertThat(page.page.locator(".finder-shown").innerText()).isEqualTo("No customer fits.");
      page.assertQuiet();
    }
  }

  @Test
  void everyStepOfBothTimelinesIsShown() {
    try (OpenedPage page = opened()) {
      page.choose(TURNED);

      JsonNode customer = firstShown(page);
      long steps =
          stream(customer.get("journeys"))
              .mapToLong(
                  journey ->
                      journey.at("/a/steps").size()
                          + journey.at("/b/steps").size()
                          + (journey.at("/a").has("waiting") ? 1 : 0)
                          + (journey.at("/b").has("waiting") ? 1 : 0))
              .sum();
      assertThat(page.page.locator(".sides .step").count()).isEqualTo((int) steps);
      page.assertQuiet();
    }
  }

  private static JsonNode firstShown(OpenedPage page) {
    String id = page.page.locator(".found .id").first().innerText();
    String json =
        page.page
            .evaluate(
                "id => JSON.stringify(wend.data.customers.find(one => one.customerId === id))", id)
            .toString();
    return Json.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {DELAYED, TURNED})
  void isAccessibleInBothThemesAndFitsAPhone(String scenario) {
    OpenedPage.assertReadableByAll(
        chromium.browser(), compared.out(), "compared-" + scenario, page -> page.choose(scenario));
  }

  private OpenedPage opened() {
    return OpenedPage.of(chromium.browser(), compared.out(), OpenedPage.DESKTOP, ColorScheme.LIGHT);
  }

  private JsonNode scenario(String name) throws IOException {
    return stream(compared.result().get("scenarios"))
        .filter(scenario -> scenario.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> partings(String scenario) throws IOException {
    return compared.differences().stream()
        .flatMap(line -> stream(line.get("partings")))
        .filter(parting -> parting.get("scenario").asText().equals(scenario))
        .toList();
  }

  private long customersThatDiffer(String scenario) throws IOException {
    return compared.differences().stream().filter(line -> names(line).contains(scenario)).count();
  }

  private static List<String> names(ObjectNode line) {
    return line.get("partings").findValuesAsText("scenario");
  }

  private static String figure(OpenedPage page, String title) {
    return page.page
        .locator(".figure", new Page.LocatorOptions().setHasText(title))
        .locator(".value")
        .innerText();
  }

  private static String change(JsonNode counts) {
    String a = number(counts.get("a").asLong());
    return counts.get("difference").asLong() == 0
        ? a
        : a + " → " + number(counts.get("b").asLong());
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
