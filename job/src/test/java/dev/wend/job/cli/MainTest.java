package dev.wend.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void listsTheCommands(String argument) {
    CommandRun run = CommandRun.of(argument);
    assertThat(run.exitCode()).isZero();
    assertThat(run.printed())
        .contains("validate", "replay", "generate", "copy", "help")
        .contains("deploy", "stop", "status");
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command : Main.commandLine().getSubcommands().keySet()) {
      CommandRun asked = CommandRun.of(command, "--help");
      assertThat(asked.exitCode()).isZero();
      assertThat(asked.printed()).contains("wend " + command);
      assertThat(CommandRun.of("help", command)).isEqualTo(asked);
    }
  }

  @Test
  void explainsACode() {
    CommandRun run = CommandRun.of("help", "scn012");
    assertThat(run.exitCode()).isZero();
    assertThat(run.printed())
        .startsWith("SCN012 not a duration")
        .contains("\"within\": \"1 day\"")
        .contains("Write an ISO-8601 duration");
    assertThat(CommandRun.of("help", "codes").printed()).contains("SCN001 ", "SCN208 ");
  }

  @Test
  void suggestsATopic() {
    CommandRun run = CommandRun.of("help", "SCN0012");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.complained()).contains("did you mean 'SCN001'?");
    assertThat(CommandRun.of("help", "valdate").complained()).contains("did you mean 'validate'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "vlidate", "--no-such-option", "validate", "copy", "copy x.json"})
  void wrongUsageIsTwo(String arguments) {
    CommandRun run = CommandRun.of(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.complained()).isNotBlank();
  }

  @Test
  void tellsItsVersion() {
    assertThat(CommandRun.of("--version").printed()).startsWith("wend ");
  }

  @Test
  void whatFailsIsOneLineAndThree() {
    assertThat(failing())
        .isEqualTo("error: IllegalStateException: out of luck (--debug shows where)\n");
    assertThat(failing("--debug"))
        .startsWith("error: IllegalStateException: out of luck\n")
        .contains("at ");
  }

  private static String failing(String... options) {
    StringWriter complained = new StringWriter();
    CommandLine commandLine = Main.commandLine().addSubcommand("fail", new Failing());
    commandLine.setErr(new PrintWriter(complained));
    String[] arguments =
        options.length == 0 ? new String[] {"fail"} : new String[] {options[0], "fail"};
    assertThat(commandLine.execute(arguments)).isEqualTo(3);
    return complained.toString().replace("\r", "");
  }

  @Command(name = "fail")
  private static final class Failing implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("out of luck\nin two lines");
    }
  }
}
