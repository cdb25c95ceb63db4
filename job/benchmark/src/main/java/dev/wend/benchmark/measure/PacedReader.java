package dev.wend.benchmark.measure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;

/**
 * Hands on each event when it is due, or as soon after it as it is asked; the event carries the time at which it was due, so that a
 * wait before it is read counts.
 */
final class PacedReader<T> implements SourceReader<T, MemorySource.NoSplit> {
  /** How often the product's source tells the time. */
  private static final Duration TICK = Duration.ofMillis(200);

  private static final double MILLIS = 1_000;

  private final LiveFeed<T> feed;
  private final PacedSource.Pace pace;
  private final SourceReaderContext context;
  private final Arrivals arrivals;
  private LongFunction<T> events = time -> null;
  private double millisBetween;
  private long begun;
  private long nextTick;
  private long newest = Long.MIN_VALUE;
  private long arrived;
  private long told;

  PacedReader(
      LiveFeed<T> feed, PacedSource.Pace pace, SourceReaderContext context, Arrivals arrivals) {
    this.feed = feed;
    this.pace = pace;
    this.context = context;
    this.arrivals = arrivals;
  }

  @Override
  public void start() {
    int readers = context.currentParallelism();
    events = feed.open(context.getIndexOfSubtask(), readers);
    millisBetween = pace.rate() > 0 ? MILLIS * readers / pace.rate() : 0;
    begun = System.currentTimeMillis();
    nextTick = begun + TICK.toMillis();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) {
    long now = System.currentTimeMillis();
    if (now >= nextTick) {
      nextTick = now + TICK.toMillis();
      tick(now, output);
    }
    long due = pace.rate() > 0 ? begun + (long) (arrived * millisBetween) : now;
    if (due > now) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    arrived++;
    newest = Math.max(newest, due);
    output.collect(events.apply(due), due);
    return InputStatus.MORE_AVAILABLE;
  }

  private void tick(long now, ReaderOutput<T> output) {
    if (newest != Long.MIN_VALUE) {
      long mark = newest - pace.disorder().toMillis() - 1;
      arrivals.marked(context.getIndexOfSubtask(), mark, now, arrived - told);
      told = arrived;
      output.emitWatermark(new Watermark(mark));
    }
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return new CompletableFuture<Void>().completeOnTimeout(null, 1, TimeUnit.MILLISECONDS);
  }

  @Override
  public List<MemorySource.NoSplit> snapshotState(long checkpointId) {
    return List.of();
  }

  @Override
  public void addSplits(List<MemorySource.NoSplit> splits) {}

  @Override
  public void notifyNoMoreSplits() {}

  @Override
  public void close() {}
}
