package dev.wend.benchmark.measure;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;

/** Hands on the records of a feed as fast as they are taken, with a watermark now and then, up to the goal; it never ends. */
final class FeedReader<T> implements SourceReader<T, MemorySource.NoSplit> {
  /** About as many as a live job reads between two of its watermarks. */
  private static final int RECORDS_BETWEEN_WATERMARKS = 10_000;

  private static final long DISORDER = 5_000;

  private final Feed<T> feed;
  private final SourceReaderContext context;
  private final Stopwatch stopwatch;
  private Iterator<T> records;
  private long read;
  private long mark = Long.MIN_VALUE;
  private CompletableFuture<Void> more = CompletableFuture.completedFuture(null);

  FeedReader(Feed<T> feed, SourceReaderContext context, Stopwatch stopwatch) {
    this.feed = feed;
    this.context = context;
    this.stopwatch = stopwatch;
  }

  @Override
  public void start() {
    records = feed.open(context.getIndexOfSubtask(), context.currentParallelism());
    stopwatch.ready(context.currentParallelism());
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) {
    Goal goal = stopwatch.goal();
    if (read >= goal.records() || !records.hasNext()) {
      return hold(goal, output);
    }
    T next = records.next();
    long timestamp = feed.timestamp(next);
    output.collect(next, timestamp);
    if (++read % RECORDS_BETWEEN_WATERMARKS == 0) {
      output.emitWatermark(new Watermark(timestamp - DISORDER));
      stopwatch.read(context.getIndexOfSubtask(), read);
    }
    return InputStatus.MORE_AVAILABLE;
  }

  private InputStatus hold(Goal goal, ReaderOutput<T> output) {
    if (mark < goal.mark()) {
      mark = goal.mark();
      output.emitWatermark(new Watermark(mark));
    }
    more = goal.passed();
    return InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public List<MemorySource.NoSplit> snapshotState(long checkpointId) {
    return List.of();
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return more;
  }

  @Override
  public void addSplits(List<MemorySource.NoSplit> splits) {}

  @Override
  public void notifyNoMoreSplits() {}

  @Override
  public void close() {}
}
