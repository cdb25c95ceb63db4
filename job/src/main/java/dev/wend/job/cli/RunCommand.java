package dev.wend.job.cli;

import dev.wend.check.CheckedScenario;
import dev.wend.connectors.kafka.TopicUnavailableException;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.job.config.Configuration;
import dev.wend.job.topology.LiveJob;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wend run}: the live job, in this process or on the cluster to which it is submitted. */
@Command(
    name = "run",
    description = {
      "Runs the live job until it is stopped: in this process, or, as 'flink run wend-job.jar run …', on a cluster.",
      "The scenarios of the configuration's files run from the first event; 'wend deploy' changes them while it runs."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the job was submitted, or has ended",
      "1:errors in documents or in the configuration",
      "2:wrong usage",
      "3:the job failed, or brokers cannot be reached"
    })
public final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigurationOptions options;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = {
        "In this process only: where checkpoints are kept. A job that is started again goes on from the last one;",
        "without it, it begins anew each time. On a cluster, Flink's configuration says where they are kept."
      })
  private Optional<Path> state = Optional.empty();

  @Override
  public Integer call() throws Exception {
    Optional<Configuration> configuration = options.load(errors());
    Optional<List<CheckedScenario>> documents = configuration.flatMap(this::documents);
    if (documents.isEmpty()) {
      return ExitCodes.ERRORS;
    }
    try {
      LiveJob job = LiveJob.of(configuration.get(), documents.get());
      StreamExecutionEnvironment environment = Embedded.environment(configuration.get(), state);
      job.lay(environment);
      describe(job, configuration.get(), environment);
      environment.execute(LiveJob.NAME);
      return ExitCodes.OK;
    } catch (TopicUnavailableException unavailable) {
      return failed(unavailable.getMessage());
    } catch (InvalidMappingException invalid) {
      invalid.problems().forEach(errors()::println);
      return ExitCodes.ERRORS;
    } catch (IOException unreadable) {
      return failed("a file cannot be read: " + unreadable.getMessage());
    }
  }

  private Optional<List<CheckedScenario>> documents(Configuration configuration) {
    List<Path> files = configuration.scenarios().files();
    if (files.isEmpty()) {
      return Optional.of(List.of());
    }
    return Documents.load(files, spec);
  }

  private void describe(
      LiveJob job, Configuration configuration, StreamExecutionEnvironment where) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(job.scenarios() + " scenarios, by files and what the control topic says");
    configuration
        .scenarios()
        .controlTopic()
        .ifPresent(topic -> out.println("deployments by the topic " + topic));
    if (Embedded.isEmbedded(where)) {
      out.println(
          state
              .map(directory -> "running in this process, state in " + directory)
              .orElse("running in this process; without --state it begins anew each time"));
      Embedded.restored(where)
          .ifPresent(last -> out.println("going on from " + last + " with what ran there"));
    }
    out.flush();
  }

  private int failed(String message) {
    errors().println("error: " + message);
    errors().flush();
    return ExitCodes.FAILED;
  }

  private PrintWriter errors() {
    return spec.commandLine().getErr();
  }
}
