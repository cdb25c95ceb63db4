package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyCommandTest {
  private static final String ORIGINAL =
      "{\r\n  \"status\":\"active\" ,\r\n\t\"version\" : 17, \"id\": \"cart\",\n  \"name\": \"caf\\u00e9\",\n"
          + "  \"nodes\": [ { \"id\": \"cart\" } ]\n}";

  @TempDir private Path directory;

  @Test
  void changesIdVersionAndStatusAndNothingElse() throws IOException {
    CommandRun run = CommandRun.of("copy", original(), "--id", "cart-vip");

    Path copy = directory.resolve("cart-vip.json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.printed()).contains(copy.toString());
    assertThat(Files.readString(copy))
        .isEqualTo(
            ORIGINAL
                .replace("\"active\"", "\"draft\"")
                .replace("17", "1")
                .replace("\"id\": \"cart\",", "\"id\": \"cart-vip\","));
    assertThat(Files.readString(directory.resolve("cart.json"))).isEqualTo(ORIGINAL);
  }

  @Test
  void theNewIdMayHaveAnyCharacters() throws IOException {
    Path target = directory.resolve("copy.json");
    assertThat(CommandRun.of("copy", original(), "--id", "a \"b\"").exitCode()).isEqualTo(2);
    assertThat(
            CommandRun.of("copy", original(), "--id", "a \"b\"", "--out", target.toString())
                .exitCode())
        .isZero();
    assertThat(Files.readString(target)).contains("\"id\": \"a \\\"b\\\"\"");
  }

  @Test
  void overwritesNothing() throws IOException {
    CommandRun run = CommandRun.of("copy", original(), "--id", "cart");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.complained()).contains("is there already, and nothing is overwritten");
    assertThat(Files.readString(directory.resolve("cart.json"))).isEqualTo(ORIGINAL);
  }

  @Test
  void whatIsNoScenarioIsNotCopied() throws IOException {
    Path list = Files.writeString(directory.resolve("list.json"), "[]");
    CommandRun run = CommandRun.of("copy", list.toString(), "--id", "x");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.complained()).contains("a scenario to copy has the key 'id'");
    assertThat(CommandRun.of("copy", "missing.json", "--id", "x").complained())
        .contains("error SCN003 missing.json: there is no such file or directory");
  }

  @Test
  void whatCannotBeWrittenFails() throws IOException {
    Path target = directory.resolve("no/such/directory/x.json");
    CommandRun run = CommandRun.of("copy", original(), "--id", "x", "--out", target.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.complained()).hasLineCount(1).contains("cannot write " + target);
  }

  private String original() throws IOException {
    return Files.writeString(directory.resolve("cart.json"), ORIGINAL).toString();
  }
}
