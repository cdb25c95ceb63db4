package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in a process of its own. */
class InterruptedReplayITCase {
  private static final long PATIENCE_SECONDS = 60;

  @TempDir private Path directory;

  @BeforeEach
  void needsASystemThatInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    assumeTrue(Files.exists(status), "skipped: there is no /proc/self/status");
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElse("SigIgn: 0")
            .replaceAll("SigIgn:\\s*", "");
    assumeTrue(
        (Long.parseUnsignedLong(ignored, 16) & 0b10) == 0,
        "skipped: interrupts are ignored where this runs");
  }

  @Test
  void endsSoonSaysWhatIsMissingAndLeavesTheFormerFiles() throws IOException, InterruptedException {
    Path out = Files.createDirectories(directory.resolve("out"));
    Files.writeString(out.resolve("actions.jsonl"), "former\n");
    Process replay = start(history(), out);
    try {
      await(() -> hasEntryBeginningWith(out, ".runs-"));
      TimeUnit.SECONDS.sleep(2);

      long asked = System.nanoTime();
      new ProcessBuilder("kill", "-INT", Long.toString(replay.pid())).start().waitFor();

      assertThat(replay.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(15));
      assertThat(replay.exitValue()).as(printed()).isEqualTo(130);
      assertThat(printed())
          .contains("Interrupted after ", "Nothing was written")
          .doesNotContain("Exception");
      try (Stream<Path> left = Files.list(out)) {
        assertThat(left).containsExactly(out.resolve("actions.jsonl"));
      }
      assertThat(out.resolve("actions.jsonl")).hasContent("former");
    } finally {
      replay.destroyForcibly();
    }
  }

  private Process start(Path history, Path out) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "replay",
            "--scenarios=../conf/scenarios",
            "--events=" + history,
            "--out=" + out));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("printed").toFile())
        .start();
  }

  /** The sample, many times over: more than can be replayed before the interrupt. */
  private Path history() throws IOException {
    Path history = Files.createDirectories(directory.resolve("history"));
    try (Stream<Path> files = Files.list(Path.of("../conf/sample"))) {
      for (Path file : files.toList()) {
        String once = Files.readString(file);
        Files.writeString(history.resolve(file.getFileName().toString()), once.repeat(60));
      }
    }
    return history;
  }

  private interface Wish {
    boolean holds() throws IOException;
  }

  private static void await(Wish wish) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!wish.holds()) {
      assertThat(System.nanoTime()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static boolean hasEntryBeginningWith(Path folder, String beginning) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.anyMatch(entry -> entry.getFileName().toString().startsWith(beginning));
    }
  }

  private String printed() throws IOException {
    return Files.readString(directory.resolve("printed"));
  }
}
