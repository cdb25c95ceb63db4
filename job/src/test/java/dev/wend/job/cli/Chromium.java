package dev.wend.job.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium: the one on the machine, else Playwright's own, else Debian's package where that may be installed.
 * Tests are skipped where none is to be had.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final int MINUTES = 5;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it, or skips the test. */
  static Chromium start() throws IOException, InterruptedException {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> refusals = new ArrayList<>();
    Optional<Browser> browser = started(playwright, refusals);
    if (browser.isEmpty()) {
      playwright.close();
    }
    assumeTrue(browser.isPresent(), "skipped: no Chromium is to be had: " + refusals);
    return new Chromium(playwright, browser.orElseThrow());
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Browser> started(Playwright playwright, List<String> refusals)
      throws IOException, InterruptedException {
    Optional<Browser> browser = launched(playwright, onPath(), refusals);
    if (browser.isEmpty() && isDownloaded()) {
      browser = launched(playwright, Optional.of(new BrowserType.LaunchOptions()), refusals);
    }
    if (browser.isEmpty() && isPackageInstalled()) {
      browser = launched(playwright, onPath(), refusals);
    }
    return browser;
  }

  /** In a container everything runs as root, for whom Chromium has no sandbox. */
  private static Optional<Browser> launched(
      Playwright playwright, Optional<BrowserType.LaunchOptions> options, List<String> refusals) {
    if (options.isEmpty()) {
      refusals.add("there is none on the path");
      return Optional.empty();
    }
    try {
      BrowserType.LaunchOptions headless =
          options.get().setArgs(List.of("--no-sandbox")).setHeadless(true);
      return Optional.of(playwright.chromium().launch(headless));
    } catch (PlaywrightException refused) {
      refusals.add(refused.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<BrowserType.LaunchOptions> onPath() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(found -> new BrowserType.LaunchOptions().setExecutablePath(found));
  }

  /** In a process of its own: Playwright's command line ends the process that it runs in. */
  private static boolean isDownloaded() throws IOException, InterruptedException {
    return ran(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "com.microsoft.playwright.CLI",
        "install",
        "--only-shell",
        "chromium");
  }

  private static boolean isPackageInstalled() throws IOException, InterruptedException {
    return Files.isExecutable(Path.of("/usr/bin/apt-get"))
        && ran("apt-get", "update")
        && ran("apt-get", "install", "-y", "--no-install-recommends", "chromium");
  }

  private static boolean ran(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }
}
