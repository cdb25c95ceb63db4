package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A report as a reader has it before them; nothing that it asks of the network gets through. */
final class OpenedReport implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "report-screenshots");

  final Page page;
  private final BrowserContext context;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  private OpenedReport(BrowserContext context, Path file) {
    this.context = context;
    context.route(
        "**/*",
        route -> {
          String url = route.request().url();
          if (url.startsWith("data:") || url.equals(file.toUri().toString())) {
            route.resume();
          } else {
            requests.add(url);
            route.abort();
          }
        });
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.navigate(file.toUri().toString());
    page.waitForFunction("document.querySelectorAll('canvas').length > 0");
  }

  /** Opens {@code index.html} of a report in a window of that width. */
  static OpenedReport of(Browser browser, Path report, int width, ColorScheme scheme) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
    return new OpenedReport(
        browser.newContext(options), report.resolve("index.html").toAbsolutePath().normalize());
  }

  /** Shows another scenario. */
  void choose(String scenario) {
    page.selectOption("#scenario", scenario);
  }

  /** A number that the graph carries of one of its parts. */
  long number(String selector, String attribute) {
    Locator part = page.locator(selector);
    assertThat(part.count()).as(selector).isEqualTo(1);
    return Long.parseLong(part.getAttribute(attribute));
  }

  void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  /** Nothing was complained of, nothing asked of the network. */
  void assertQuiet() {
    assertThat(complaints).isEmpty();
    assertThat(requests).isEmpty();
  }

  /** The findings of axe-core that are serious or critical. */
  void assertAccessible() {
    List<Rule> findings = new AxeBuilder(page).analyze().getViolations();
    assertThat(findings)
        .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
        .isEmpty();
  }

  /** The page is not wider than the window. */
  void assertFitsTheWindow() {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo(true);
  }

  @Override
  public void close() {
    context.close();
  }
}
