package dev.wend.job.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The stand-alone jar as users run it: {@code java -jar wend.jar}. */
final class Wend {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path JAR = Path.of("target/wend.jar");

  private final Path logs;

  Wend(Path logs) {
    this.logs = logs;
  }

  /** Runs a command, which must succeed; what it printed. */
  String run(String... arguments) throws Exception {
    JavaProcess.Command command =
        new JavaProcess.Command(
            List.of("-Xmx1g", "-jar", JAR.toString()), Map.of(), List.of(arguments));
    return JavaProcess.run("wend-" + arguments[0], command, logs, PATIENCE);
  }
}
