package dev.wend.job.cli;

import dev.wend.job.journey.Count;
import dev.wend.job.replay.InputCount;
import dev.wend.job.replay.Replay;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Two bars on the error output: the files as they are read, then the events as customers come to them. */
final class ReplayProgress implements Replay.Progress, AutoCloseable {
  private static final int UPDATE_MILLIS = 500;

  private final long bytes;
  private final boolean quiet;
  private ProgressBar bar;
  private boolean reading = true;

  private ReplayProgress(long bytes, boolean quiet) {
    this.bytes = bytes;
    this.quiet = quiet;
  }

  static ReplayProgress of(long bytes, boolean quiet) {
    ReplayProgress progress = new ReplayProgress(bytes, quiet);
    if (!quiet) {
      progress.bar = bar("Reading", bytes, " KiB", 1024);
    }
    return progress;
  }

  @Override
  public void counts(Map<String, Object> accumulators) {
    if (quiet || accumulators.isEmpty()) {
      return;
    }
    long read = count(accumulators, InputCount.BYTES.id());
    long taken =
        count(accumulators, Count.APPLIED.id())
            + count(accumulators, Count.DUPLICATE.id())
            + count(accumulators, Count.ECHO.id());
    if (reading && taken > 0) {
      next(accumulators);
    }
    bar.stepTo(reading ? read : taken);
  }

  private void next(Map<String, Object> accumulators) {
    reading = false;
    bar.stepTo(bytes);
    bar.close();
    long relevant =
        count(accumulators, InputCount.EVENTS.id())
            - count(accumulators, Count.IRRELEVANT.id())
            - count(accumulators, InputCount.AFTER_END.id());
    bar = bar("Running", relevant, " events", 1);
  }

  private static ProgressBar bar(String task, long max, String unit, long unitSize) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(max)
        .setUnit(unit, unitSize)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setStyle(ProgressBarStyle.ASCII)
        .build();
  }

  private static long count(Map<String, Object> accumulators, String name) {
    return accumulators.get(name) instanceof Long count ? count : 0;
  }

  @Override
  public void close() {
    if (!quiet) {
      bar.stepTo(bar.getMax());
      bar.close();
    }
  }
}
