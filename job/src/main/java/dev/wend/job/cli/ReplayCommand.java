package dev.wend.job.cli;

import dev.wend.check.CheckedScenario;
import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.connectors.mapping.InvalidMappingException;
import dev.wend.job.journey.Count;
import dev.wend.job.replay.DocumentScenarios;
import dev.wend.job.replay.HistoryLayout;
import dev.wend.job.replay.Replay;
import dev.wend.job.replay.ReplayConfiguration;
import dev.wend.job.replay.ReplayFailedException;
import dev.wend.job.replay.ReplayPlan;
import dev.wend.job.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.RuntimeExecutionMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wend replay}: what scenarios would have done with a history. */
@Command(
    name = "replay",
    description = {
      "Runs scenarios over history files and writes what they would have done:",
      "actions.jsonl, trace.jsonl, dead-letter.jsonl and summary.json.",
      "The same history gives the same files, byte for byte."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:replayed",
      "1:errors in scenarios or in the mapping file",
      "2:wrong usage, or a path that is not there",
      "3:the replay failed"
    })
public final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--scenarios",
      paramLabel = "PATH",
      required = true,
      arity = "1..*",
      description =
          "Scenario documents, or directories of them; all of them run, whatever their status.")
  private List<Path> scenarios;

  @Option(
      names = "--events",
      paramLabel = "PATH",
      required = true,
      arity = "1..*",
      description =
          "History files, or directories of them: native JSON lines (also .gz), or what the mapping says.")
  private List<Path> events;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "How files of another layout are read.")
  private Optional<Path> mapping;

  @Option(
      names = "--as-of",
      paramLabel = "T",
      description =
          "Where the clock ends, for example 2026-03-01T00:00:00Z (default: at the last valid event).")
  private Optional<OffsetDateTime> asOf;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "replay",
      description = "Where to write (default ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "How many tasks work side by side (default: one a processor).")
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

  /** The execution modes that a replay may run in. */
  enum Execution {
    BATCH(RuntimeExecutionMode.BATCH),
    STREAMING(RuntimeExecutionMode.STREAMING);

    private final RuntimeExecutionMode mode;

    Execution(RuntimeExecutionMode mode) {
      this.mode = mode;
    }
  }

  @Override
  public Integer call() {
    refuseNegative("--future-tolerance", futureTolerance);
    refuseNegative("--dedup-horizon", dedupHorizon);
    Optional<List<CheckedScenario>> loaded = Documents.load(scenarios, spec);
    if (loaded.isEmpty()) {
      return ExitCodes.ERRORS;
    }
    ReplayReport.warnOfCurrentMembers(loaded.get(), spec.commandLine());
    try {
      HistoryLayout layout = layout();
      ReplayPlan plan =
          new ReplayPlan(
              new DocumentScenarios(loaded.get()),
              files(layout),
              layout,
              asOf.map(time -> OptionalLong.of(time.toInstant().toEpochMilli()))
                  .orElseGet(OptionalLong::empty),
              dedupHorizon);
      Summary summary = run(plan);
      ReplayReport.print(summary, out, spec.commandLine());
      return summary.input(Count.FAILED.id()) == 0 ? ExitCodes.OK : ExitCodes.FAILED;
    } catch (UnreadablePathException missing) {
      spec.commandLine().getErr().println("error: " + missing.getMessage());
      return ExitCodes.USAGE;
    } catch (InvalidMappingException invalid) {
      invalid.problems().forEach(spec.commandLine().getErr()::println);
      return ExitCodes.ERRORS;
    } catch (ReplayFailedException failed) {
      spec.commandLine().getErr().println("The replay failed: " + failed.getMessage());
      return ExitCodes.FAILED;
    }
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
    List<EventFile> found = layout.reader().find(events);
    if (found.isEmpty()) {
      throw new UnreadablePathException("there is no event file in " + events);
    }
    return found;
  }

  private Summary run(ReplayPlan plan) throws ReplayFailedException {
    int tasks = parallelism.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    if (tasks < 1) {
      throw usage("--parallelism must be 1 or more");
    }
    long bytes = plan.files().stream().mapToLong(EventFile::size).sum();
    try (ReplayProgress progress = ReplayProgress.of(bytes, quiet)) {
      return new Replay(plan, out).run(ReplayConfiguration.of(execution.mode, tasks), progress);
    }
  }

  private void refuseNegative(String option, Duration given) {
    if (given.isNegative()) {
      throw usage(option + " must not be negative");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
