package dev.wend.benchmark.measure;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What the readers of the one job of this process have handed on, and when they said what time it is. */
final class Arrivals {
  /** Of this process. */
  static final Arrivals INSTANCE = new Arrivals();

  private final LongAdder events = new LongAdder();
  private final Map<Integer, ConcurrentNavigableMap<Long, Long>> marks = new ConcurrentHashMap<>();

  private Arrivals() {}

  /** A reader gave a watermark out, and so many events since the last one. */
  void marked(int reader, long mark, long at, long since) {
    events.add(since);
    marks.computeIfAbsent(reader, key -> new ConcurrentSkipListMap<>()).putIfAbsent(mark, at);
  }

  /** All events so far. */
  long events() {
    return events.sum();
  }

  /** When the last reader gave a watermark out that has reached a time; empty where one has not. */
  OptionalLong passed(long timestamp) {
    long last = Long.MIN_VALUE;
    for (ConcurrentNavigableMap<Long, Long> reader : marks.values()) {
      Map.Entry<Long, Long> first = reader.ceilingEntry(timestamp);
      if (first == null) {
        return OptionalLong.empty();
      }
      last = Math.max(last, first.getValue());
    }
    return OptionalLong.of(last);
  }
}
