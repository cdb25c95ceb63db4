package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
  @TempDir private Path directory;

  @Test
  void printsWhatHoldsAndWhereItCameFrom() {
    CommandRun run =
        CommandRun.of(
            "config",
            "--config",
            "../conf/wend.yaml",
            "--set",
            "source.kafka.topics=a,b",
            "--set",
            "source.kafka.properties.sasl.jaas.config=hunter2");
    assertThat(run.exitCode()).isZero();
    assertThat(run.printed())
        .containsPattern("(?m)^source[.]kafka[.]topics +a,b +--set source[.]kafka[.]topics$")
        .containsPattern("(?m)^source[.]kafka[.]properties[.]sasl[.]jaas[.]config +[*]{3} +--set")
        .containsPattern("(?m)^clock +wall +../conf/wend.yaml:[0-9]+:8$")
        .doesNotContain("hunter2");
  }

  @Test
  void tellsErrors() throws IOException {
    Path file = Files.writeString(directory.resolve("wend.yaml"), "clock: wal\n");
    CommandRun run = CommandRun.of("config", "--config", file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.printed())
        .contains("wend.yaml:1:8 clock: expected a clock")
        .contains("the key 'bootstrapServers' is missing");
    assertThat(CommandRun.of("config", "--config", "missing.yaml").exitCode()).isEqualTo(1);
    assertThat(CommandRun.of("config", "--set", "source.kafka.topics=a").exitCode()).isEqualTo(1);
  }
}
