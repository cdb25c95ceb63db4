package dev.wend.job.compare;

import dev.wend.connectors.file.Folder;
import dev.wend.event.Json;
import dev.wend.job.output.RunMerge;
import dev.wend.job.replay.HistoryJob;
import dev.wend.job.replay.Replay;
import dev.wend.job.replay.ReplayFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;

/**
 * Compares two sets of scenarios and writes what differs.
 *
 * @param target is made where it is missing; of what it holds only files of the same names are replaced
 * @param shown up to how many customers the page shows
 */
public record Compare(ComparePlan plan, Folder target, int shown) {
  /** The page. */
  public static final String PAGE = "index.html";

  private static final List<String> FILES =
      List.of("differences.jsonl", "dead-letter.jsonl", "compare.json", PAGE);

  /**
   * Runs to the end.
   *
   * @throws ReplayFailedException when the job or the writing of its files failed, or it was asked to stop; the files
   *     of an earlier comparison are then still there
   */
  public Comparison run(Configuration configuration, Replay.Progress progress)
      throws ReplayFailedException {
    return new HistoryJob("compare", target)
        .run(
            configuration,
            (environment, runs) -> CompareTopology.build(environment, plan, runs),
            (runs, result) -> write(runs, result, progress),
            progress);
  }

  private Comparison write(Folder runs, JobExecutionResult result, Replay.Progress progress)
      throws IOException, InterruptedException {
    Comparison comparison = new Comparison(plan, result.getAllAccumulatorResults());
    RunMerge.write(runs, CompareTopology.DIFFERENCES, "differences.jsonl", line -> {});
    RunMerge.write(runs, CompareTopology.DEAD_LETTERS, "dead-letter.jsonl", line -> {});
    ShownCustomers customers = new ShownCustomers(shown);
    RunMerge.write(
        runs, CompareTopology.TIMELINES, "timelines", line -> customers.see(line.json()));
    runs.write(
        "compare.json",
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(comparison.toJson()));
    runs.write(
        PAGE, ComparisonPage.of(comparison, customers.chosen()).getBytes(StandardCharsets.UTF_8));
    HistoryJob.stopIfAsked(progress);
    for (String file : FILES) {
      runs.move(file, target);
    }
    return comparison;
  }
}
