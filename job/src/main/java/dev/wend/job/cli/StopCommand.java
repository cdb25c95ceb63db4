package dev.wend.job.cli;

import dev.wend.job.config.Configuration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wend stop}: scenarios out of the job that runs. */
@Command(
    name = "stop",
    description = {
      "Stops scenarios of the running job by its control topic, and waits until they run no more.",
      "Who is in one of them leaves it."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:none of them runs",
      "1:errors in the configuration, or the job refused",
      "2:wrong usage, or no control or status topic in the configuration",
      Orders.FAILURE
    })
public final class StopCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "ID", description = "The ids of scenarios.")
  private List<String> ids;

  @Mixin private ConfigurationOptions options;
  @Mixin private WaitOptions waiting;

  @Override
  public Integer call() {
    if (ids.stream().anyMatch(String::isBlank)) {
      throw new ParameterException(spec.commandLine(), "an ID must not be empty");
    }
    Optional<Duration> wait = waiting.wait(spec);
    Optional<Configuration> configuration = options.load(spec.commandLine().getErr());
    if (configuration.isEmpty()) {
      return ExitCodes.ERRORS;
    }
    return new Orders(new JobTopics(configuration.get()), wait, spec)
        .send(ids.stream().distinct().map(StopCommand::order).toList());
  }

  private static Order order(String id) {
    return new Order(id, OptionalLong.empty(), Optional.empty());
  }
}
