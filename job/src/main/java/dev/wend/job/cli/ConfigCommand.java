package dev.wend.job.cli;

import dev.wend.job.config.ConfigurationIssue;
import dev.wend.job.config.ConfigurationResult;
import dev.wend.job.config.EffectiveValue;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wend config}: what a configuration says, and all that is wrong with it. */
@Command(
    name = "config",
    description = {
      "Checks a configuration and prints every value that holds, and where it came from.",
      "The command line beats the environment (WEND_SOURCE_KAFKA_TOPICS), that the file, and that the defaults."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no errors", "1:errors", "2:wrong usage"})
public final class ConfigCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ConfigurationOptions options;

  @Override
  public Integer call() {
    PrintWriter printed = spec.commandLine().getOut();
    Optional<ConfigurationResult> read = options.read(printed);
    if (read.isEmpty()) {
      return ExitCodes.ERRORS;
    }
    ConfigurationResult result = read.get();
    result.issues().forEach(printed::println);
    boolean errors = result.issues().stream().anyMatch(ConfigurationIssue::isError);
    if (!errors) {
      print(result.values(), printed);
    }
    printed.flush();
    return errors ? ExitCodes.ERRORS : ExitCodes.OK;
  }

  private static void print(List<EffectiveValue> values, PrintWriter printed) {
    int paths = longest(values, EffectiveValue::path);
    int shown = longest(values, EffectiveValue::shown);
    for (EffectiveValue value : values) {
      printed.println(
          padded(value.path(), paths)
              + "  "
              + padded(value.shown(), shown)
              + "  "
              + value.origin());
    }
  }

  private static int longest(List<EffectiveValue> values, Function<EffectiveValue, String> column) {
    return values.stream().map(column).mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int length) {
    return text + " ".repeat(length - text.length());
  }
}
