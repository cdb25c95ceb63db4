package dev.wend.benchmark.measure;

import java.io.Serializable;
import java.util.function.LongFunction;

/** What happens now. */
public interface LiveFeed<T> extends Serializable {
  /** Of a reader, the next event as it happens at a time, epoch milliseconds. */
  LongFunction<T> open(int reader, int readers);
}
