package dev.wend.benchmark.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measurements, each in a process of its own, so that none is warmed up or burdened by another. */
public final class Runs {
  /** Before the line in which a process tells its outcome. */
  public static final String OUTCOME = "outcome ";

  private static final String MAIN = "dev.wend.benchmark.Main";

  /** As {@code conf/flink/config.yaml} has it for task managers; the first lets systems be that have no such option. */
  private static final List<String> LARGE_PAGES =
      List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseTransparentHugePages");

  /** G1 would mark and move the gigabytes of events that lie ready in memory, and no live job has those. */
  private static final String LEAVES_OLD_OBJECTS_ALONE = "-XX:+UseParallelGC";

  private Runs() {}

  /** As {@link #of}, for a process in whose heap the events lie that it goes through. */
  public static <T> T holdingEvents(List<String> arguments, String heap, Class<T> outcome)
      throws IOException, InterruptedException {
    return outcome(process(arguments, heap, LEAVES_OLD_OBJECTS_ALONE), arguments, outcome);
  }

  /**
   * Runs a process with these arguments and waits for its outcome.
   *
   * @param heap the value of {@code -Xmx}
   * @throws IOException when it ends without one
   */
  public static <T> T of(List<String> arguments, String heap, Class<T> outcome)
      throws IOException, InterruptedException {
    return outcome(process(arguments, heap), arguments, outcome);
  }

  private static <T> T outcome(ProcessBuilder builder, List<String> arguments, Class<T> outcome)
      throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    List<String> said = new ArrayList<>();
    Optional<String> told = Optional.empty();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said.add(line);
        if (line.startsWith(OUTCOME)) {
          told = Optional.of(line.substring(OUTCOME.length()));
        }
      }
    }
    if (process.waitFor() != 0 || told.isEmpty()) {
      throw new IOException(
          String.join(" ", arguments) + " has failed:\n" + String.join("\n", said));
    }
    return new ObjectMapper().readValue(told.get(), outcome);
  }

  /** A process with these arguments, and more options of the virtual machine. */
  public static ProcessBuilder process(List<String> arguments, String heap, String... options) {
    return new ProcessBuilder(command(arguments, heap, List.of(options)))
        .directory(new File("").getAbsoluteFile());
  }

  private static List<String> command(List<String> arguments, String heap, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.addAll(LARGE_PAGES);
    command.addAll(options);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(arguments);
    return command;
  }
}
