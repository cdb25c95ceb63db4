package dev.wend.benchmark.measure;

import java.io.Serializable;
import java.util.Iterator;

/** What each reader of a {@link FeedSource} hands on. */
public interface Feed<T> extends Serializable {
  /** Gets the records of a reader ready; called once, before the clock starts. */
  Iterator<T> open(int reader, int readers);

  /** The time of a record, epoch milliseconds. */
  long timestamp(T record);
}
