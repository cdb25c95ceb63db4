package dev.wend.job.cli;

import dev.wend.check.CheckedScenario;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.job.replay.DocumentScenarios;
import dev.wend.job.replay.HistoryLayout;
import dev.wend.job.replay.ReplayConfiguration;
import dev.wend.job.replay.ReplayFailedException;
import dev.wend.job.replay.ReplayPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The history over which a command runs scenarios, and how it does so. */
final class HistoryOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--events",
      paramLabel = "PATH",
      required = true,
      arity = "1..*",
      description =
          "History files, directories of them, globs such as 'events/**/*.csv.gz', or URIs such as s3://bucket/events:"
              + " JSON lines, CSV, TSV, Parquet; also .gz, .zst, .xz. Without --mapping the records are native.")
  private List<String> events;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "How files of another layout are read.")
  private Optional<Path> mapping;

  @Option(
      names = "--as-of",
      paramLabel = "T",
      description =
          "Where the clock ends, for example 2026-03-01T00:00:00Z (default: at the last valid event that is left).")
  private Optional<OffsetDateTime> asOf;

  @Mixin private SelectionOptions selection;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description =
          "How many tasks work side by side (default: one a processor; on a cluster, as submitted).")
  private Optional<Integer> parallelism;

  @Option(
      names = "--execution",
      paramLabel = "MODE",
      defaultValue = "BATCH",
      description =
          "BATCH: one customer after the other; STREAMING: all at once, with RocksDB. The files are the same"
              + " (default ${DEFAULT-VALUE}).")
  private Execution execution;

  @Option(
      names = "--future-tolerance",
      paramLabel = "DURATION",
      defaultValue = "PT1H",
      description = "How far ahead of now a timestamp may be (default ${DEFAULT-VALUE}).")
  private Duration futureTolerance;

  @Option(
      names = "--dedup-horizon",
      paramLabel = "DURATION",
      defaultValue = "PT1H",
      description = "How long a message id stays taken, in event time (default ${DEFAULT-VALUE}).")
  private Duration dedupHorizon;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  private Optional<StopRequest> stop = Optional.empty();
  private Optional<ReplayProgress> shown = Optional.empty();

  /** The execution modes that a replay may run in. */
  enum Execution {
    BATCH(RuntimeExecutionMode.BATCH),
    STREAMING(RuntimeExecutionMode.STREAMING);

    private final RuntimeExecutionMode mode;

    Execution(RuntimeExecutionMode mode) {
      this.mode = mode;
    }
  }

  /** Something done with a history. */
  interface Work {
    /** Returns the exit code. */
    int run() throws UnreadablePathException, InvalidMappingException, ReplayFailedException;
  }

  /** Complains of options that make no sense, before anything is read. */
  void check() {
    refuseNegative("--future-tolerance", futureTolerance);
    refuseNegative("--dedup-horizon", dedupHorizon);
    if (parallelism.filter(tasks -> tasks < 1).isPresent()) {
      throw usage("--parallelism must be 1 or more");
    }
  }

  /** Does {@code work}, and tells why where it does not come to its end. */
  int attempt(Work work) {
    try (StopRequest listening = StopRequest.listen()) {
      stop = Optional.of(listening);
      return work.run();
    } catch (UnreadablePathException missing) {
      command.commandLine().getErr().println("error: " + missing.getMessage());
      return ExitCodes.USAGE;
    } catch (InvalidMappingException invalid) {
      invalid.problems().forEach(command.commandLine().getErr()::println);
      return ExitCodes.ERRORS;
    } catch (ReplayFailedException failed) {
      if (stop.filter(StopRequest::isAsked).isPresent()) {
        shown.ifPresent(this::tellInterrupted);
        return ExitCodes.INTERRUPTED;
      }
      command
          .commandLine()
          .getErr()
          .println("The " + command.name() + " failed: " + failed.getMessage());
      return ExitCodes.FAILED;
    }
  }

  /** These scenarios over that history. */
  ReplayPlan plan(List<CheckedScenario> scenarios)
      throws InvalidMappingException, UnreadablePathException {
    HistoryLayout layout = layout();
    return new ReplayPlan(
        new DocumentScenarios(scenarios),
        files(layout),
        layout,
        asOf.map(time -> OptionalLong.of(time.toInstant().toEpochMilli()))
            .orElseGet(OptionalLong::empty),
        dedupHorizon,
        selection.selection());
  }

  /** How Flink is to run it. */
  Configuration configuration() {
    return Embedded.isHere()
        ? ReplayConfiguration.embedded(
            execution.mode, parallelism.orElseGet(() -> Runtime.getRuntime().availableProcessors()))
        : ReplayConfiguration.submitted(execution.mode, parallelism);
  }

  /** Shows how far it has come. */
  ReplayProgress progress(ReplayPlan plan) {
    long bytes = plan.files().stream().mapToLong(EventFile::size).sum();
    ReplayProgress progress =
        ReplayProgress.of(bytes, quiet, () -> stop.filter(StopRequest::isAsked).isPresent());
    shown = Optional.of(progress);
    return progress;
  }

  private void tellInterrupted(ReplayProgress progress) {
    command.commandLine().getErr().println(progress.interrupted());
  }

  private HistoryLayout layout() throws InvalidMappingException, UnreadablePathException {
    DecoderSettings settings = new DecoderSettings(Instant.now(), futureTolerance);
    if (mapping.isEmpty()) {
      return HistoryLayout.nativeLines(settings);
    }
    try {
      return HistoryLayout.mapped(
          settings, mapping.get().toString(), Files.readString(mapping.get()));
    } catch (IOException unreadable) {
      throw new UnreadablePathException("the mapping file " + mapping.get() + " cannot be read");
    }
  }

  private List<EventFile> files(HistoryLayout layout) throws UnreadablePathException {
    List<EventFile> found = layout.reader().locate(events);
    if (found.isEmpty()) {
      throw new UnreadablePathException("there is no event file in " + events);
    }
    if (mapping.isPresent()) {
      warnOf(layout.reader().leftOut(events, found));
    }
    return found;
  }

  private void warnOf(List<EventFile> leftOut) {
    if (!leftOut.isEmpty()) {
      PrintWriter errors = command.commandLine().getErr();
      errors.printf(
          "warning: no 'files' of %s takes %s%s%n",
          mapping.orElseThrow(), leftOut.get(0).name(), others(leftOut.size() - 1));
      errors.flush();
    }
  }

  private static String others(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> " and 1 other file";
      default -> " and " + count + " other files";
    };
  }

  private void refuseNegative(String option, Duration given) {
    if (given.isNegative()) {
      throw usage(option + " must not be negative");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
