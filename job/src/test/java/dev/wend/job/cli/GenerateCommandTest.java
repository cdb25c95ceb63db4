package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class GenerateCommandTest {
  private final StringWriter printed = new StringWriter();
  private final StringWriter complained = new StringWriter();

  @TempDir private Path directory;

  private int run(String... arguments) {
    return new CommandLine(new GenerateCommand())
        .setOut(new PrintWriter(printed))
        .setErr(new PrintWriter(complained))
        .execute(arguments);
  }

  @Test
  void writesOneFileADayAndSaysWhat() throws IOException {
    Path out = directory.resolve("events");

    assertThat(run("--customers", "20", "--days", "3", "--out", out.toString())).isZero();

    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "events-2026-01-05.jsonl", "events-2026-01-06.jsonl", "events-2026-01-07.jsonl");
    }
    assertThat(printed.toString()).contains("of 20 customers in 3 files").contains("  page");
    assertThat(complained.toString()).isEmpty();
  }

  @Test
  void doesNotMixTwoHistories() throws IOException {
    assertThat(run("--customers", "20", "--days", "3", "--out", directory.toString())).isZero();

    assertThat(run("--customers", "20", "--days", "1", "--out", directory.toString())).isEqualTo(2);
    assertThat(complained.toString()).contains("holds 3 event files already", "--replace");

    assertThat(
            run(
                "--customers",
                "20",
                "--days",
                "1",
                "--gzip",
                "--replace",
                "--out",
                directory.toString()))
        .isZero();
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactly("events-2026-01-05.jsonl.gz");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--customers=0", "--days=many", "--start=yesterday", "--no-such-option"})
  void wrongUsageIsTwo(String argument) {
    assertThat(run(argument, "--out", directory.toString())).isEqualTo(2);
    assertThat(complained.toString()).isNotBlank();
  }

  @Test
  void whatCannotBeWrittenIsThree() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThat(run("--customers", "1", "--days", "1", "--out", file.toString())).isEqualTo(3);
    assertThat(complained.toString()).contains("cannot write to " + file);
  }
}
