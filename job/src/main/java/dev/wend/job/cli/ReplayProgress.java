package dev.wend.job.cli;

import dev.wend.job.journey.Count;
import dev.wend.job.replay.InputCount;
import dev.wend.job.replay.Replay;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Two bars on the error output, each with the share done, the rate and the time left: the files as they are read, then
 * the events as customers come to them.
 */
final class ReplayProgress implements Replay.Progress, AutoCloseable {
  private static final int UPDATE_MILLIS = 500;
  private static final long MEGABYTE = 1_000_000;

  private final long started = System.nanoTime();
  private final long bytes;
  private final BooleanSupplier stop;
  private Optional<ProgressBar> bar = Optional.empty();
  private boolean reading = true;
  private long bytesRead;
  private long events;
  private long taken;

  private ReplayProgress(long bytes, BooleanSupplier stop) {
    this.bytes = bytes;
    this.stop = stop;
  }

  static ReplayProgress of(long bytes, boolean quiet, BooleanSupplier stop) {
    ReplayProgress progress = new ReplayProgress(bytes, stop);
    if (!quiet) {
      boolean large = bytes >= 10 * MEGABYTE;
      progress.bar =
          Optional.of(
              bar("Reading", bytes, large ? " MB" : " kB", large ? MEGABYTE : MEGABYTE / 1_000));
    }
    return progress;
  }

  @Override
  public void counts(Map<String, Object> accumulators) {
    if (accumulators.isEmpty()) {
      return;
    }
    bytesRead = count(accumulators, InputCount.BYTES.id());
    events = count(accumulators, InputCount.EVENTS.id());
    taken =
        count(accumulators, Count.APPLIED.id())
            + count(accumulators, Count.DUPLICATE.id())
            + count(accumulators, Count.ECHO.id());
    if (reading && taken > 0) {
      reading = false;
      bar = bar.map(done -> next(done, accumulators));
    }
    bar.ifPresent(this::show);
  }

  @Override
  public boolean isStopAsked() {
    return stop.getAsBoolean();
  }

  private void show(ProgressBar shown) {
    shown.stepTo(reading ? bytesRead : taken);
    if (reading) {
      shown.setExtraMessage(String.format(Locale.ROOT, " %,.0f events/s", events / seconds()));
    }
  }

  private ProgressBar next(ProgressBar done, Map<String, Object> accumulators) {
    done.stepTo(bytes);
    done.close();
    long relevant =
        events
            - count(accumulators, Count.IRRELEVANT.id())
            - count(accumulators, InputCount.AFTER_END.id())
            - SelectionOptions.leftOut(name -> count(accumulators, name));
    return bar("Running", relevant, " events", 1);
  }

  /** What is missing of a replay that ended early. */
  String interrupted() {
    String reached =
        reading
            ? String.format(
                Locale.ROOT,
                "%.1f of %.1f MB were read (%.0f %%), %,d events so far",
                bytesRead / (double) MEGABYTE,
                bytes / (double) MEGABYTE,
                100.0 * bytesRead / Math.max(1, bytes),
                events)
            : String.format(
                Locale.ROOT, "all %,d events were read, %,d taken by customers", events, taken);
    return String.format(
        Locale.ROOT,
        "Interrupted after %.1f s: %s. Nothing was written; files of an earlier run are as they were.",
        seconds(),
        reached);
  }

  private double seconds() {
    return Math.max(1, System.nanoTime() - started) / 1e9;
  }

  private static ProgressBar bar(String task, long max, String unit, long unitSize) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(max)
        .setUnit(unit, unitSize)
        .showSpeed(new DecimalFormat("#,##0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setStyle(ProgressBarStyle.ASCII)
        .build();
  }

  private static long count(Map<String, Object> accumulators, String name) {
    return accumulators.get(name) instanceof Long count ? count : 0;
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
