package dev.wend.job.replay;

import dev.wend.connectors.file.Folder;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job over a history: on an embedded Flink, or on the cluster to which this program was submitted. It writes sorted runs,
 * of which this program makes files when all are there.
 *
 * @param name under which Flink knows it
 * @param target is made where it is missing; the runs lie there for as long as the job runs, so all machines of a cluster must
 *     reach it
 */
public record HistoryJob(String name, Folder target) {
  private static final long POLL_MILLIS = 500;
  private static final long CANCEL_SECONDS = 10;

  /** Lays a job out that writes its runs into a directory. */
  public interface Layout {
    /** Builds it in {@code environment}. */
    void build(StreamExecutionEnvironment environment, Folder runs);
  }

  /** Makes files of the runs of a job that has come to its end. */
  public interface Writing<R> {
    /** Returns what there is to tell of it. */
    R write(Folder runs, JobExecutionResult result) throws IOException, InterruptedException;
  }

  /**
   * Runs to the end.
   *
   * @throws ReplayFailedException when the job or the writing of its files failed, or it was asked to stop
   */
  public <R> R run(
      Configuration configuration, Layout layout, Writing<R> writing, Replay.Progress progress)
      throws ReplayFailedException {
    try {
      Folder runs = target.fresh("runs");
      runs.make();
      try {
        StreamExecutionEnvironment environment =
            StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        layout.build(environment, runs);
        return writing.write(runs, execute(environment, progress));
      } finally {
        runs.delete();
      }
    } catch (IOException unwritable) {
      throw new ReplayFailedException(target, unwritable);
    } catch (ExecutionException failed) {
      throw new ReplayFailedException(failed);
    } catch (InterruptedException interrupted) {
      if (!progress.isStopAsked()) {
        Thread.currentThread().interrupt();
      }
      throw new ReplayFailedException(interrupted);
    }
  }

  private JobExecutionResult execute(
      StreamExecutionEnvironment environment, Replay.Progress progress)
      throws ExecutionException, InterruptedException {
    JobClient client;
    try {
      client = environment.executeAsync(name);
    } catch (Exception refused) {
      throw new ExecutionException(refused);
    }
    try {
      return await(client, progress);
    } catch (InterruptedException | ExecutionException | RuntimeException unfinished) {
      cancel(client);
      throw unfinished;
    }
  }

  private static JobExecutionResult await(JobClient client, Replay.Progress progress)
      throws ExecutionException, InterruptedException {
    CompletableFuture<JobExecutionResult> result = client.getJobExecutionResult();
    while (true) {
      try {
        return result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException running) {
        report(client, progress);
        stopIfAsked(progress);
      }
    }
  }

  /** Ends what is under way where that was asked for. */
  public static void stopIfAsked(Replay.Progress progress) throws InterruptedException {
    if (progress.isStopAsked()) {
      throw new InterruptedException("asked to stop");
    }
  }

  /** Whether the tasks, which write runs, have ended; they have some time for it. */
  private static boolean cancel(JobClient client) throws InterruptedException {
    try {
      client.cancel().get(CANCEL_SECONDS, TimeUnit.SECONDS);
      client.getJobExecutionResult().get(CANCEL_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | IllegalStateException ended) {
      return true;
    } catch (TimeoutException goesOn) {
      return false;
    }
  }

  /** A job that has just ended has no counts to give any more, nor has its cluster, which goes with it. */
  private static void report(JobClient client, Replay.Progress progress)
      throws InterruptedException {
    try {
      progress.counts(client.getAccumulators().get(POLL_MILLIS, TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException | IllegalStateException ended) {
      progress.counts(Map.of());
    }
  }
}
