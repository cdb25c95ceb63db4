package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The reports of two real histories, as a reader has them in a browser; their counts against the trace, counted here again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportITCase {
  @TempDir private static Path directory;

  private Chromium chromium;
  private Replayed retail;
  private Replayed household;

  /** A replay, its report and its trace. */
  private record Replayed(String name, ReplayRun run, Path report, List<JsonNode> trace) {
    long records(String scenario, String kind, String node) {
      return trace.stream()
          .filter(record -> record.path("scenarioId").asText().equals(scenario))
          .filter(record -> record.path("kind").asText().equals(kind))
          .filter(record -> record.path("nodeId").asText().equals(node))
          .count();
    }

    long decided(String scenario, String node, String decision) {
      return trace.stream()
          .filter(record -> record.path("scenarioId").asText().equals(scenario))
          .filter(record -> record.path("nodeId").asText().equals(node))
          .filter(record -> record.path("decision").asText().equals(decision))
          .count();
    }
  }

  @BeforeAll
  void replay() throws IOException, InterruptedException {
    retail = replayed("online-retail", "online-retail-uci-by-day.tar.xz");
    household = replayed("complete-journey", "complete-journey-84.51-cc0.tar.xz");
    chromium = Chromium.start();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Replayed replayed(String name, String archive) throws IOException {
    Path history = directory.resolve(name);
    SharedHistory.extract(archive, history);
    Path report = directory.resolve(name + "-report");
    ReplayRun run =
        ReplayRun.of(
                directory.resolve(name + "-out"),
                "--scenarios=../conf/scenarios-" + name,
                "--mapping=../conf/mappings/" + name + ".json",
                "--events=" + history,
                "--report=" + report)
            .done();
    List<JsonNode> trace =
        run.trace().stream()
            .map(record -> Json.read(record.getBytes(StandardCharsets.UTF_8)))
            .toList();
    return new Replayed(name, run, report, trace);
  }

  Stream<Replayed> replays() {
    return Stream.of(retail, household);
  }

  @ParameterizedTest
  @CsvSource({
    "retail-win-back, order, sixty-days, mail",
    "retail-cancelled-order, cancelled, hour, care",
    "retail-large-order, large, day, coupon"
  })
  void theGraphOfOnlineRetailCountsAsTheTrace(
      String scenario, String trigger, String wait, String action) {
    try (OpenedPage report = opened(retail, OpenedPage.DESKTOP, ColorScheme.LIGHT)) {
      report.choose(scenario);

      long entered = retail.records(scenario, "entered", trigger);
      assertThat(arrived(report, trigger)).isEqualTo(entered);
      assertThat(report.number("[data-edge='" + trigger + ">']", "data-journeys"))
          .isEqualTo(entered);
      assertThat(arrived(report, wait)).isEqualTo(entered);
      assertThat(arrived(report, "done")).isEqualTo(retail.records(scenario, "finished", "done"));
      assertThat(report.number("[data-edge='" + action + ">']", "data-journeys"))
          .isEqualTo(retail.records(scenario, "action", action));
      report.screenshot(scenario);
      report.assertQuiet();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "journey-mailing-to-basket, basket",
    "journey-coupon-follow-up, shops-again",
    "journey-lapsed-household, large-again",
    "journey-lapsed-household, small-again"
  })
  void theBranchesOfCompleteJourneyCountAsTheTrace(String scenario, String condition) {
    try (OpenedPage report = opened(household, OpenedPage.DESKTOP, ColorScheme.DARK)) {
      report.choose(scenario);

      for (String decision : List.of("yes", "no")) {
        assertThat(
                report.number("[data-edge='" + condition + ">" + decision + "']", "data-journeys"))
            .isEqualTo(household.decided(scenario, condition, decision));
      }
      assertThat(
              report.page.locator(".node").all().stream()
                  .mapToLong(node -> Long.parseLong(node.getAttribute("data-waiting")))
                  .sum())
          .isEqualTo(household.run().summary().at("/scenarios/" + scenario + "/active").asLong());
      report.screenshot(scenario);
      report.assertQuiet();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void aNodeTellsItsNumbersByKeyboard() {
    try (OpenedPage report = opened(retail, OpenedPage.DESKTOP, ColorScheme.LIGHT)) {
      report.choose("retail-cancelled-order");
      report.page.locator("[data-node='comes-back']").focus();
      report.page.keyboard().press("Enter");

      assertThat(report.page.locator(".journey-side").innerText())
          .contains("comes-back", "order-completed within 14 days", "1,908", "1,220");
      report.assertQuiet();
    }
  }

  @Test
  void aCustomerIsFoundAndTold() {
    JsonNode some = sampled(retail, "retail-cancelled-order");
    try (OpenedPage report = opened(retail, OpenedPage.DESKTOP, ColorScheme.LIGHT)) {
      report.choose("retail-cancelled-order");
      report.page.fill("#find", some.path("id").asText());

      assertThat(report.page.locator(".found li").count()).isEqualTo(1);
      Locator shown = report.page.locator(".finder-shown");
      assertThat(shown.innerText()).contains(some.path("id").asText(), "entered at cancelled");
      assertThat(shown.locator("li:not(.open)").count())
          .isEqualTo((int) records(retail, some.path("id").asText()));

      report.page.fill("#find", "nobody has such an id");
      assertThat(shown.innerText()).isEqualTo("No customer of the sample fits.");
      report.page.fill("#find", "");
      assertThat(report.page.locator(".found li").count()).isEqualTo(100);
      report.assertQuiet();
    }
  }

  private static JsonNode sampled(Replayed replayed, String scenario) {
    try {
      JsonNode report = Json.read(Files.readAllBytes(replayed.report().resolve("report.json")));
      for (JsonNode customer : report.path("sample")) {
        if (customer.path("journeys").findValuesAsText("scenario").contains(scenario)) {
          return customer;
        }
      }
      throw new AssertionError("nobody of the sample entered " + scenario);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static long records(Replayed replayed, String customer) {
    return replayed.trace().stream()
        .filter(record -> record.path("customerId").asText().equals(customer))
        .count();
  }

  @ParameterizedTest
  @MethodSource("replays")
  void isAccessibleInBothThemesAndFitsAPhone(Replayed replayed) {
    OpenedPage.assertReadableByAll(
        chromium.browser(), replayed.report(), replayed.name(), report -> {});
  }

  @Test
  void theThemeCanBeChosen() {
    try (OpenedPage report = opened(retail, OpenedPage.DESKTOP, ColorScheme.LIGHT)) {
      report.page.click("#theme");

      assertThat(report.page.evaluate("document.documentElement.dataset.theme")).isEqualTo("dark");
      report.assertAccessible();
      report.assertQuiet();
    }
  }

  @Test
  void theSameReplayGivesTheSameReport() throws IOException {
    Path again = directory.resolve("again");
    ReplayRun.of(
            directory.resolve("again-out"),
            "--scenarios=../conf/scenarios-complete-journey",
            "--mapping=../conf/mappings/complete-journey.json",
            "--events=" + directory.resolve("complete-journey"),
            "--parallelism=1",
            "--report=" + again)
        .done();

    try (Stream<Path> files = Files.list(household.report())) {
      assertThat(files)
          .hasSize(13)
          .allSatisfy(
              file -> assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file));
    }
  }

  @Test
  void aReportThatCannotBeWrittenIsToldOf() throws IOException {
    Path taken = Files.writeString(directory.resolve("taken"), "a file");

    CommandRun run = sampleReplay("--report=" + taken);

    assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.complained()).contains("error: the report could not be written", "taken");
  }

  @Test
  void aSampleOfLessThanNobodyIsRefused() {
    CommandRun run = sampleReplay("--report-customers=-1");

    assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.complained()).contains("--report-customers must not be negative");
  }

  private static CommandRun sampleReplay(String option) {
    return CommandRun.of(
        "replay",
        "--quiet",
        "--scenarios=../conf/scenarios",
        "--events=../conf/sample",
        "--out=" + directory.resolve("sample-out"),
        option);
  }

  private OpenedPage opened(Replayed replayed, int width, ColorScheme scheme) {
    return OpenedPage.of(chromium.browser(), replayed.report(), width, scheme);
  }

  private static long arrived(OpenedPage report, String node) {
    return report.number("[data-node='" + node + "']", "data-arrived");
  }
}
