package dev.wend.benchmark.measure;

import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;

/** Reads what is in memory: all that a source costs at least. */
public final class FeedSource<T> extends MemorySource<T> {
  private static final long serialVersionUID = 1;

  private final Feed<T> feed;

  /** Reads all of {@code feed}. */
  public FeedSource(Feed<T> feed) {
    this.feed = feed;
  }

  @Override
  public SourceReader<T, NoSplit> createReader(SourceReaderContext context) {
    return new FeedReader<>(feed, context, Stopwatch.current());
  }
}
