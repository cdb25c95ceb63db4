package dev.wend.connectors.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.Batch;
import org.apache.flink.connector.base.sink.writer.BatchCreator;
import org.apache.flink.connector.base.sink.writer.RequestBuffer;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;

/**
 * The records that wait for their request, first those that were tried. It looks empty as long as nothing may be sent, so
 * that nobody waits for it meanwhile; the records of a request that failed stay together.
 */
final class RetryQueue implements RequestBuffer<HttpRecord>, BatchCreator<HttpRecord> {
  private final Deque<RequestEntryWrapper<HttpRecord>> records = new ArrayDeque<>();
  private final Pace pace;
  private final int batchSize;
  private final long batchBytes;
  private long bytes;

  RetryQueue(Pace pace, int batchSize, long batchBytes) {
    this.pace = pace;
    this.batchSize = batchSize;
    this.batchBytes = batchBytes;
  }

  /** How many there are, whether they may be sent or not. */
  int held() {
    return records.size();
  }

  @Override
  public Batch<HttpRecord> createNextBatch(RequestInfo info, RequestBuffer<HttpRecord> itself) {
    return pace.isPaused() ? new Batch<>(List.of(), 0) : take();
  }

  /** Takes the records of the next request out, whether it may be sent or not; none where there is none. */
  Batch<HttpRecord> take() {
    List<HttpRecord> taken = new ArrayList<>();
    long size = 0;
    while (!records.isEmpty() && (taken.isEmpty() || belongs(taken, size))) {
      RequestEntryWrapper<HttpRecord> next = removeFirst();
      taken.add(next.getRequestEntry());
      size += next.getSize();
    }
    return new Batch<>(tried(taken), size);
  }

  private boolean belongs(List<HttpRecord> taken, long size) {
    RequestEntryWrapper<HttpRecord> next = records.element();
    String batch = taken.get(0).batch();
    return next.getRequestEntry().batch().equals(batch)
        && (taken.get(0).wasTried()
            || (taken.size() < batchSize && size + next.getSize() <= batchBytes));
  }

  private static List<HttpRecord> tried(List<HttpRecord> taken) {
    return taken.isEmpty() || taken.get(0).wasTried() ? taken : IdempotencyKey.given(taken);
  }

  private RequestEntryWrapper<HttpRecord> removeFirst() {
    RequestEntryWrapper<HttpRecord> first = records.remove();
    bytes -= first.getSize();
    return first;
  }

  @Override
  public void add(RequestEntryWrapper<HttpRecord> entry, boolean first) {
    if (first) {
      records.addFirst(entry);
    } else {
      records.addLast(entry);
    }
    bytes += entry.getSize();
  }

  @Override
  public RequestEntryWrapper<HttpRecord> poll() {
    return removeFirst();
  }

  @Override
  public RequestEntryWrapper<HttpRecord> peek() {
    return records.element();
  }

  @Override
  public boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public int size() {
    return pace.isPaused() ? 0 : records.size();
  }

  @Override
  public Collection<RequestEntryWrapper<HttpRecord>> getBufferedState() {
    return records;
  }

  @Override
  public long totalSizeInBytes() {
    return pace.isPaused() ? 0 : bytes;
  }
}
