package dev.wend.job.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.Channel;
import dev.wend.event.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files and the standard output. */
class LocalSinksITCase {
  private static final int ACTIONS = 1_000;

  @RegisterExtension static final MiniClusterExtension CLUSTER = new MiniClusterExtension();

  @TempDir private Path directory;

  @Test
  void finishedFilesLoseAndDoubleNothing() throws Exception {
    StreamExecutionEnvironment environment = Written.environment();
    OutputSinks.attach(
        Written.outputs(environment, FailsOnce.actions(environment, ACTIONS)),
        Written.configuration(
            "nowhere:1",
            "exactly-once",
            "{ name: archive, kind: files, for: actions, directory: %s, rollSize: 5000 }"
                .formatted(directory)));
    environment.execute();

    assertThat(FailsOnce.FAILURES).hasValue(1);
    assertThat(names().filter(name -> name.endsWith(".jsonl")))
        .hasSizeGreaterThan(ACTIONS * Json.bytes(Written.action(0).toJson()).length / 10_000)
        .allMatch(name -> name.startsWith("archive-"));
    assertThat(names().filter(name -> !name.endsWith(".jsonl")))
        .allMatch(name -> name.startsWith("."));
    assertThat(lines().stream().map(line -> Json.read(line.getBytes(UTF_8)).path("actionId")))
        .doesNotHaveDuplicates()
        .hasSize(ACTIONS);
  }

  @Test
  void aLineOfAFileIsTheRecord() throws Exception {
    StreamExecutionEnvironment environment = Written.environment();
    OutputSinks.attach(
        Written.outputs(
            environment,
            Written.actions(environment, Written.action("a1", "send-email", Channel.ONLINE))),
        Written.configuration(
            "nowhere:1",
            "exactly-once",
            "{ name: actions, kind: files, for: actions, directory: %s }".formatted(directory),
            "{ name: letters, kind: files, for: dead-letter, directory: %s }"
                .formatted(directory)));
    environment.execute();

    assertThat(lines())
        .containsExactlyInAnyOrder(
            Written.action("a1", "send-email", Channel.ONLINE).toJson().toString(),
            Written.DEAD_LETTER.toJson().toString());
  }

  @Test
  void theConsoleShowsOneLineARecord() throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, false, UTF_8));
    try {
      StreamExecutionEnvironment environment = Written.environment();
      OutputSinks.attach(
          Written.outputs(
              environment,
              Written.actions(
                  environment,
                  Written.action("a1", "send-email", Channel.ONLINE),
                  Written.action("a2", "send-email", Channel.OFFLINE))),
          Written.configuration(
              "nowhere:1",
              "exactly-once",
              "{ name: screen, kind: console, for: actions, channels: offline }",
              "{ name: states, kind: console, for: status }"));
      environment.execute();
    } finally {
      System.setOut(console);
    }

    assertThat(printed.toString(UTF_8).lines().filter(line -> line.startsWith("{")))
        .containsExactlyInAnyOrder(
            Written.action("a2", "send-email", Channel.OFFLINE).toJson().toString(),
            Written.STATUS.toJson().toString());
  }

  private Stream<String> names() throws IOException {
    return files().stream().map(file -> file.getFileName().toString());
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files()) {
      if (file.toString().endsWith(".jsonl")) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }
}
