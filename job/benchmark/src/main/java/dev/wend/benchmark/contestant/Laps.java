package dev.wend.benchmark.contestant;

import dev.wend.benchmark.workload.Workload;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventProperties;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/**
 * The same records again and again, each time as much later as a lap takes; message ids are free again by then.
 *
 * @param <R> a record as it lies in memory
 * @param <E> what is handed on
 */
final class Laps<R, E> implements Iterator<E> {
  private final List<R> records;
  private final Reading<R, E> reading;
  private final int laps;
  private final long span;
  private int lap;
  private int next;

  /** Makes an event of a record. */
  interface Reading<R, E> {
    /** The event, so many milliseconds later. */
    E read(R recorded, long later);
  }

  Laps(List<R> records, Workload workload, Reading<R, E> reading) {
    this.records = records;
    this.reading = reading;
    this.laps = workload.laps();
    this.span = workload.span().toMillis();
  }

  @Override
  public boolean hasNext() {
    return next < records.size() || (lap + 1 < laps && !records.isEmpty());
  }

  @Override
  public E next() {
    if (next == records.size()) {
      next = 0;
      lap++;
    }
    return reading.read(records.get(next++), lap * span);
  }

  /** The same event later, with a properties object of its own, as that remembers what it was asked. */
  static CustomerEvent later(CustomerEvent event, long millis) {
    ByteBuffer json = event.propertiesJson();
    int from = json.arrayOffset() + json.position();
    return new CustomerEvent(
        event.messageId(),
        event.customerId(),
        event.kind(),
        event.name(),
        event.timestamp() + millis,
        event.property(EventProperties.ACTION_ID).isMissingNode()
            ? EventProperties.withoutActionId(json.array(), from, from + json.remaining())
            : EventProperties.of(json.array(), from, from + json.remaining()),
        event.channel(),
        event.checksum());
  }
}
