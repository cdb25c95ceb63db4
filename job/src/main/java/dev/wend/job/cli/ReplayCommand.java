package dev.wend.job.cli;

import dev.wend.check.CheckedScenario;
import dev.wend.connectors.file.Folder;
import dev.wend.job.journey.Count;
import dev.wend.job.replay.Replay;
import dev.wend.job.replay.ReplayFailedException;
import dev.wend.job.replay.ReplayPlan;
import dev.wend.job.report.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wend replay}: what scenarios would have done with a history. */
@Command(
    name = "replay",
    description = {
      "Runs scenarios over history files and writes what they would have done:",
      "actions.jsonl, trace.jsonl, dead-letter.jsonl and summary.json;",
      "with --report also a page that shows the journeys, with its tables.",
      "The same history gives the same files, byte for byte."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:replayed",
      "1:errors in scenarios or in the mapping file",
      "2:wrong usage, or a path that is not there",
      "3:the replay failed, or its report",
      "130:interrupted"
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

  @Mixin private HistoryOptions history;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "replay",
      description =
          "Where to write, a directory or a URI such as s3://bucket/replay; on a cluster, a place that all its machines and"
              + " this one share (default ${DEFAULT-VALUE}).")
  private String out;

  @Mixin private ReportOptions report;

  @Override
  public Integer call() {
    history.check();
    report.check();
    Optional<List<CheckedScenario>> loaded = Documents.load(scenarios, spec);
    if (loaded.isEmpty()) {
      return ExitCodes.ERRORS;
    }
    ReplayReport.warnOfCurrentMembers(loaded.get(), spec.commandLine());
    return history.attempt(
        () -> {
          Summary summary = run(history.plan(loaded.get()));
          ReplayReport.print(summary, target(), spec.commandLine());
          boolean reported = report.write(loaded.get(), summary, target());
          return reported && summary.input(Count.FAILED.id()) == 0
              ? ExitCodes.OK
              : ExitCodes.FAILED;
        });
  }

  private Summary run(ReplayPlan plan) throws ReplayFailedException {
    try (ReplayProgress progress = history.progress(plan)) {
      return new Replay(plan, target()).run(history.configuration(), progress);
    }
  }

  private Folder target() {
    return Folder.of(out);
  }
}
