package dev.wend.benchmark.measure;

import dev.wend.benchmark.contestant.Historian;
import dev.wend.benchmark.contestant.SortedHistory;
import dev.wend.benchmark.workload.History;
import dev.wend.benchmark.workload.Scenarios;
import dev.wend.benchmark.workload.Workload;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.Folder;
import dev.wend.job.deployment.Beginning;
import dev.wend.job.replay.HistoryLayout;
import dev.wend.job.replay.InputCount;
import dev.wend.job.replay.Replay;
import dev.wend.job.replay.ReplayConfiguration;
import dev.wend.job.replay.ReplayPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One way through a history, in this process, with the settings of the product's replay. */
public final class HistoryRun {
  private static final Duration DEDUP_HORIZON = Duration.ofHours(1);

  private final Workload year;
  private final Path directory;
  private final HistoryLayout layout = HistoryLayout.nativeLines(History.settings());

  /**
   * A run over files that are there.
   *
   * @param year what the files in {@code directory/history} hold
   * @param directory also for what spills, and for what is written
   */
  public HistoryRun(Workload year, Path directory) {
    this.year = year;
    this.directory = directory;
  }

  /** Runs it once. */
  public HistoryOutcome of(Historian historian) throws Exception {
    List<EventFile> files = layout.reader().find(List.of(directory.resolve("history")));
    Usage begun = Usage.now();
    long read =
        switch (historian) {
          case READING, SORTING -> flink(historian, files);
          case REPLAY -> replay(files);
        };
    Usage used = Usage.now().since(begun);
    if (read != year.events()) {
      throw new IllegalStateException(read + " events were read, not " + year.events());
    }
    return new HistoryOutcome(
        read, used.nanos(), used.cpuNanos(), Memory.now().process(), written(historian));
  }

  private long flink(Historian historian, List<EventFile> files) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration());
    if (historian == Historian.READING) {
      SortedHistory.read(environment, files, layout);
    } else {
      SortedHistory.sort(environment, files, layout);
    }
    Long events = environment.execute().getAccumulatorResult(InputCount.EVENTS.id());
    return events;
  }

  private long replay(List<EventFile> files) throws Exception {
    ReplayPlan plan =
        new ReplayPlan(
            Beginning.of(Scenarios.documents(year), List.of()),
            files,
            layout,
            OptionalLong.empty(),
            DEDUP_HORIZON);
    return new Replay(plan, Folder.of(target().toString()))
        .run(configuration(), counts -> {})
        .input(InputCount.EVENTS.id());
  }

  private Configuration configuration() {
    Configuration configuration =
        ReplayConfiguration.embedded(
            RuntimeExecutionMode.BATCH, Runtime.getRuntime().availableProcessors());
    configuration.set(CoreOptions.TMP_DIRS, directory.toString());
    return configuration;
  }

  private Path target() {
    return directory.resolve("replay");
  }

  private long written(Historian historian) throws IOException {
    if (historian != Historian.REPLAY) {
      return 0;
    }
    try (Stream<String> actions = Files.lines(target().resolve("actions.jsonl"))) {
      return actions.count();
    }
  }
}
