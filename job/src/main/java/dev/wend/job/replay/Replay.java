package dev.wend.job.replay;

import dev.wend.event.Json;
import dev.wend.job.journey.Count;
import dev.wend.job.operator.OperatorOutput;
import dev.wend.job.output.RunMerge;
import dev.wend.job.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs a replay on an embedded Flink and writes its files. */
public final class Replay {
  private static final long POLL_MILLIS = 500;

  private final ReplayPlan plan;
  private final Path target;

  /**
   * A replay into a directory.
   *
   * @param target is made where it is missing; of what it holds only files of the same names are replaced
   */
  public Replay(ReplayPlan plan, Path target) {
    this.plan = plan;
    this.target = target;
  }

  /** Is told how far the replay has come. */
  public interface Progress {
    /** The counts so far, by name. */
    void counts(Map<String, Object> accumulators);
  }

  /**
   * Runs to the end.
   *
   * @throws ReplayFailedException when the job or the writing of its files failed; the files of an earlier replay are
   *     then still there
   */
  public Summary run(Configuration configuration, Progress progress) throws ReplayFailedException {
    try {
      Files.createDirectories(target);
      Path runs = Files.createTempDirectory(target, ".runs-");
      try {
        JobExecutionResult result = execute(configuration, runs, progress);
        return write(runs, result);
      } finally {
        delete(runs);
      }
    } catch (IOException unwritable) {
      throw new ReplayFailedException(target, unwritable);
    } catch (ExecutionException failed) {
      throw new ReplayFailedException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ReplayFailedException(interrupted);
    }
  }

  private JobExecutionResult execute(Configuration configuration, Path runs, Progress progress)
      throws ExecutionException, InterruptedException {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    ReplayTopology.build(environment, plan, runs);
    JobClient client;
    try {
      client = environment.executeAsync("replay");
    } catch (Exception refused) {
      throw new ExecutionException(refused);
    }
    CompletableFuture<JobExecutionResult> result = client.getJobExecutionResult();
    while (true) {
      try {
        return result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException running) {
        report(client, progress);
      }
    }
  }

  /** A job that has just ended has no counts to give any more, nor has its cluster, which goes with it. */
  private static void report(JobClient client, Progress progress) throws InterruptedException {
    try {
      progress.counts(client.getAccumulators().get(POLL_MILLIS, TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException | IllegalStateException ended) {
      progress.counts(Map.of());
    }
  }

  private Summary write(Path runs, JobExecutionResult result) throws IOException {
    Summary summary =
        new Summary(
            plan.scenarios().load().stream().map(scenario -> scenario.scenario().id()).toList());
    RunMerge.write(runs, ReplayTopology.ACTIONS, target.resolve("actions.jsonl"), line -> {});
    RunMerge.write(
        runs,
        ReplayTopology.TRACE,
        target.resolve("trace.jsonl"),
        line -> summary.addTrace(line.json()));
    RunMerge.write(
        runs, ReplayTopology.DEAD_LETTERS, target.resolve("dead-letter.jsonl"), line -> {});
    summary.putInput("files", plan.files().size());
    for (InputCount count : InputCount.values()) {
      summary.putInput(count.id(), count(result, count.id()));
    }
    for (Count count : Count.values()) {
      summary.putInput(count.id(), count(result, count.id()));
    }
    for (String id : List.copyOf(summary.scenarios().keySet())) {
      summary.putErased(id, count(result, OperatorOutput.ERASED + id));
    }
    Files.write(
        target.resolve("summary.json"),
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(summary.toJson()));
    return summary;
  }

  private static long count(JobExecutionResult result, String name) {
    return result.getAllAccumulatorResults().get(name) instanceof Long count ? count : 0;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> found = Files.walk(directory)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
