package dev.wend.benchmark.measure;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;

/** Events that arrive at a steady rate, with the clock of the product's source. */
public final class PacedSource<T> extends MemorySource<T> {
  private static final long serialVersionUID = 1;

  private final LiveFeed<T> feed;
  private final Pace pace;

  /**
   * How fast they arrive, and how far behind the newest the watermark is.
   *
   * @param rate events a second of all readers; zero for as fast as they are taken
   */
  public record Pace(double rate, Duration disorder) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /** Reads {@code feed}. */
  public PacedSource(LiveFeed<T> feed, Pace pace) {
    this.feed = feed;
    this.pace = pace;
  }

  @Override
  public SourceReader<T, NoSplit> createReader(SourceReaderContext context) {
    return new PacedReader<>(feed, pace, context, Arrivals.INSTANCE);
  }
}
