package dev.wend.job.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the machine must have for a broker, a job manager and task managers beside the test. */
final class ClusterRequirements {
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
  private static final long LEAST_MEGABYTES = 5_000;

  private ClusterRequirements() {}

  /** Skips the test where something is missing, and says what. */
  static void orSkip() throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux"),
        "skipped: SIGKILL and /proc are needed, and this is " + System.getProperty("os.name"));
    Matcher available = AVAILABLE.matcher(Files.readString(MEMORY));
    assumeTrue(available.find(), "skipped: " + MEMORY + " does not say how much memory there is");
    long megabytes = Long.parseLong(available.group(1)) / 1024;
    assumeTrue(
        megabytes >= LEAST_MEGABYTES,
        "skipped: " + LEAST_MEGABYTES + " MB of memory are needed and " + megabytes + " are free");
  }
}
