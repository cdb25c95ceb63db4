package dev.wend.benchmark.contestant;

import dev.wend.benchmark.workload.Workload;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventProperties;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/** The same events again and again, each time as much later as a lap takes; their message ids are free again by then. */
final class Laps implements Iterator<CustomerEvent> {
  private final List<CustomerEvent> events;
  private final int laps;
  private final long span;
  private int lap;
  private int next;

  Laps(List<CustomerEvent> events, Workload workload) {
    this.events = events;
    this.laps = workload.laps();
    this.span = workload.span().toMillis();
  }

  @Override
  public boolean hasNext() {
    return next < events.size() || (lap + 1 < laps && !events.isEmpty());
  }

  @Override
  public CustomerEvent next() {
    if (next == events.size()) {
      next = 0;
      lap++;
    }
    CustomerEvent event = events.get(next++);
    return later(event, lap * span);
  }

  /** A properties object of its own, as it remembers what it was asked. */
  private static CustomerEvent later(CustomerEvent event, long millis) {
    ByteBuffer json = event.propertiesJson();
    int from = json.arrayOffset() + json.position();
    return new CustomerEvent(
        event.messageId(),
        event.customerId(),
        event.kind(),
        event.name(),
        event.timestamp() + millis,
        EventProperties.of(json.array(), from, from + json.remaining()),
        event.channel(),
        event.checksum());
  }
}
