package dev.wend.job.replay;

import dev.wend.connectors.file.Folder;
import dev.wend.event.Json;
import dev.wend.job.journey.Count;
import dev.wend.job.operator.OperatorOutput;
import dev.wend.job.output.RunMerge;
import dev.wend.job.report.Summary;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;

/** Runs a replay and writes its files. */
public final class Replay {
  private static final List<String> FILES =
      List.of("actions.jsonl", "trace.jsonl", "dead-letter.jsonl", "summary.json");

  private final ReplayPlan plan;
  private final Folder target;

  /**
   * A replay into a directory.
   *
   * @param target is made where it is missing; of what it holds only files of the same names are replaced
   */
  public Replay(ReplayPlan plan, Folder target) {
    this.plan = plan;
    this.target = target;
  }

  /** Is told how far the replay has come. */
  public interface Progress {
    /** The counts so far, by name. */
    void counts(Map<String, Object> accumulators);

    /** Whether the replay should end early; asked about twice a second. */
    default boolean isStopAsked() {
      return false;
    }
  }

  /**
   * Runs to the end.
   *
   * @throws ReplayFailedException when the job or the writing of its files failed, or it was asked to stop; the files
   *     of an earlier replay are then still there
   */
  public Summary run(Configuration configuration, Progress progress) throws ReplayFailedException {
    return new HistoryJob("replay", target)
        .run(
            configuration,
            (environment, runs) -> ReplayTopology.build(environment, plan, runs),
            (runs, result) -> write(runs, result, progress),
            progress);
  }

  private Summary write(Folder runs, JobExecutionResult result, Progress progress)
      throws IOException, InterruptedException {
    Summary summary =
        new Summary(
            plan.scenarios().load().stream().map(scenario -> scenario.scenario().id()).toList());
    RunMerge.write(runs, ReplayTopology.ACTIONS, "actions.jsonl", line -> {});
    RunMerge.write(
        runs, ReplayTopology.TRACE, "trace.jsonl", line -> summary.addTrace(line.json()));
    RunMerge.write(runs, ReplayTopology.DEAD_LETTERS, "dead-letter.jsonl", line -> {});
    summary.putEnd(plan.asOf().orElseGet(() -> count(result, HistoryStream.END)));
    summary.putInput("files", plan.files().size());
    for (InputCount count : InputCount.values()) {
      summary.putInput(count.id(), count(result, count.id()));
    }
    for (Count count : Count.values()) {
      summary.putInput(count.id(), count(result, count.id()));
    }
    for (Selection.Criterion criterion : plan.selection().criteria()) {
      summary.putInput(criterion.count(), count(result, criterion.count()));
    }
    for (String id : List.copyOf(summary.scenarios().keySet())) {
      summary.putErased(id, count(result, OperatorOutput.ERASED + id));
    }
    runs.write(
        "summary.json",
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(summary.toJson()));
    HistoryJob.stopIfAsked(progress);
    for (String file : FILES) {
      runs.move(file, target);
    }
    return summary;
  }

  private static long count(JobExecutionResult result, String name) {
    return result.getAllAccumulatorResults().get(name) instanceof Long count ? count : 0;
  }
}
