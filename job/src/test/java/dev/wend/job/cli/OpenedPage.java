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
import java.util.Locale;
import java.util.function.Consumer;

/** A page as a reader has it before them; nothing that it asks of the network gets through. */
final class OpenedPage implements AutoCloseable {
  static final int DESKTOP = 1360;
  static final int PHONE = 390;

  private static final Path SCREENSHOTS = Path.of("target", "page-screenshots");

  final Page page;
  private final BrowserContext context;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  private OpenedPage(BrowserContext context, Path file) {
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
    page.waitForFunction("document.querySelectorAll('main section').length > 0");
  }

  /** Opens {@code index.html} of a directory in a window of that width. */
  static OpenedPage of(Browser browser, Path directory, int width, ColorScheme scheme) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
    return new OpenedPage(
        browser.newContext(options), directory.resolve("index.html").toAbsolutePath().normalize());
  }

  /**
   * In both themes, on a desktop and on a phone, it can be read by all and is quiet; takes a picture of each.
   *
   * @param prepare brings it to what shall be looked at
   */
  static void assertReadableByAll(
      Browser browser, Path directory, String name, Consumer<OpenedPage> prepare) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(DESKTOP, PHONE)) {
        try (OpenedPage opened = of(browser, directory, width, scheme)) {
          prepare.accept(opened);
          opened.unfold(true);
          opened.assertAccessible();
          opened.assertFitsTheWindow();
          opened.unfold(false);
          opened.screenshot(
              String.join("-", name, scheme.name().toLowerCase(Locale.ROOT), "" + width));
          opened.assertQuiet();
        }
      }
    }
  }

  private void unfold(boolean open) {
    page.locator("details").all().forEach(details -> details.evaluate("it => it.open = " + open));
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
