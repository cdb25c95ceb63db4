package dev.wend.job.compare;

import dev.wend.event.Json;
import dev.wend.job.output.RunMerge;
import dev.wend.job.replay.EmbeddedJob;
import dev.wend.job.replay.Replay;
import dev.wend.job.replay.ReplayFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;

/**
 * Compares two sets of scenarios on an embedded Flink and writes what differs.
 *
 * @param target is made where it is missing; of what it holds only files of the same names are replaced
 * @param shown up to how many customers the page shows
 */
public record Compare(ComparePlan plan, Path target, int shown) {
  private static final List<String> FILES =
      List.of("differences.jsonl", "dead-letter.jsonl", "compare.json", "index.html");

  /**
   * Runs to the end.
   *
   * @throws ReplayFailedException when the job or the writing of its files failed, or it was asked to stop; the
   *     files of an earlier comparison are then still there
   */
  public Comparison run(Configuration configuration, Replay.Progress progress)
      throws ReplayFailedException {
    return new EmbeddedJob("compare", target)
        .run(
            configuration,
            (environment, runs) -> CompareTopology.build(environment, plan, runs),
            (runs, result) -> write(runs, result, progress),
            progress);
  }

  private Comparison write(Path runs, JobExecutionResult result, Replay.Progress progress)
      throws IOException, InterruptedException {
    Comparison comparison = new Comparison(plan, result.getAllAccumulatorResults());
    RunMerge.write(
        runs, CompareTopology.DIFFERENCES, runs.resolve("differences.jsonl"), line -> {});
    RunMerge.write(
        runs, CompareTopology.DEAD_LETTERS, runs.resolve("dead-letter.jsonl"), line -> {});
    ShownCustomers customers = new ShownCustomers(shown);
    RunMerge.write(
        runs,
        CompareTopology.TIMELINES,
        runs.resolve("timelines"),
        line -> customers.see(line.json()));
    Files.write(
        runs.resolve("compare.json"),
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(comparison.toJson()));
    Files.writeString(
        runs.resolve("index.html"), ComparisonPage.of(comparison, customers.chosen()));
    EmbeddedJob.stopIfAsked(progress);
    for (String file : FILES) {
      Files.move(runs.resolve(file), target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    return comparison;
  }
}
