package dev.wend.job.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM beside that of the test, gone at the latest when that one is. All that it prints is in its log. */
final class JavaProcess implements AutoCloseable {
  private static final Duration ORDERLY_END = Duration.ofSeconds(5);

  private final String name;
  private final Process process;
  private final Path log;
  private final Thread atExit;

  private JavaProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    atExit = new Thread(process::destroyForcibly, "kill-" + name);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * What to start.
   *
   * @param options of the JVM, the program among them
   */
  record Command(List<String> options, Map<String, String> environment, List<String> arguments) {
    /** A class of the jars in a directory. */
    static List<String> of(Path libraries, String mainClass) {
      return List.of("-cp", libraries.resolve("*").toString(), mainClass);
    }
  }

  /** Starts it; its log is {@code NAME.log} in that directory. */
  static JavaProcess start(String name, Command command, Path logs) throws IOException {
    Files.createDirectories(logs);
    Path log = logs.resolve(name + ".log");
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(command.options());
    line.addAll(command.arguments());
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(command.environment());
    return new JavaProcess(name, builder.start(), log);
  }

  /** Runs it to its end, which must come soon and be a good one; what it printed. */
  static String run(String name, Command command, Path logs, Duration patience)
      throws IOException, InterruptedException {
    try (JavaProcess process = start(name, command, logs)) {
      process.awaitSuccess(patience);
      return process.printed();
    }
  }

  /** Waits for its end, which must come soon and be a good one. */
  void awaitSuccess(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(name + " did not end in " + patience + lastWords());
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(name + " failed" + lastWords());
    }
  }

  String name() {
    return name;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The files and sockets that it holds open, as Linux lists them. */
  long fileHandles() throws IOException {
    try (Stream<Path> handles = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
      return handles.count();
    }
  }

  String printed() {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The end of the log, to be read in a message. */
  String lastWords() {
    String[] lines = printed().split("\n", -1);
    return Arrays.stream(lines)
        .skip(Math.max(0, lines.length - 40))
        .reduce("; " + log + " ends:", (text, line) -> text + "\n    " + line);
  }

  /** SIGKILL: nothing is flushed, closed or said. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, and does not ask again. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(ORDERLY_END.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
