package dev.wend.job.operator;

import dev.wend.event.CustomerEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A way in which a history may come in: events and, between them, watermarks that no later one falls behind. */
final class Arrivals {
  private final List<CustomerEvent> events;
  private final long[] watermarks;
  private final Random random;

  /** What happens between two steps. */
  interface Between {
    void steps() throws Exception;
  }

  private Arrivals(List<CustomerEvent> events, Random random) {
    this.events = events;
    this.random = random;
    this.watermarks = new long[events.size()];
    long oldest = Long.MAX_VALUE;
    for (int index = events.size() - 1; index >= 0; index--) {
      watermarks[index] = oldest - 1;
      oldest = Math.min(oldest, events.get(index).timestamp());
    }
  }

  /** Each event up to {@code disorder} milliseconds of event time later than its place in order. */
  static Arrivals disordered(List<CustomerEvent> history, long disorder, long seed) {
    Random random = new Random(seed);
    Map<CustomerEvent, Long> places = new HashMap<>();
    history.forEach(event -> places.put(event, event.timestamp() + random.nextLong(disorder)));
    List<CustomerEvent> events = new ArrayList<>(history);
    events.sort(Comparator.comparingLong(places::get));
    return new Arrivals(events, random);
  }

  /**
   * Feeds all; a watermark comes behind every second event or so, some of them followed by the next event before all
   * customers were carried up to them. No watermark is beyond {@code end}, the last one is there.
   */
  void feed(HarnessedJob job, long end, Between between) throws Exception {
    for (int index = 0; index < events.size(); index++) {
      job.event(events.get(index));
      between.steps();
      if (index < events.size() - 1 && random.nextBoolean()) {
        long watermark = Math.min(watermarks[index], end);
        if (random.nextInt(4) == 0) {
          job.watermarkForOneSlice(watermark);
        } else {
          job.watermark(watermark);
        }
        between.steps();
      }
    }
    job.watermark(end);
    between.steps();
  }
}
