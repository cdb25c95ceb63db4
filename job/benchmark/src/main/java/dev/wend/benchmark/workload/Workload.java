package dev.wend.benchmark.workload;

import java.io.Serializable;
import java.time.Duration;

/**
 * A clickstream and how many scenarios watch it.
 *
 * @param form in which events are read
 * @param customers over whom they are spread
 * @param hot whether few customers do most of it, by Zipf's law
 * @param events of a lap, in order of their time
 * @param laps how often the same happens again, as long behind each other as a lap takes; a topic has one
 * @param span the event time that a lap takes
 * @param scenarios how many there are
 * @param interest which events these look at
 * @param waiting of how many customers a journey waits from the begin on until after the end; their carts come first, up to a
 *     million at one time, and count as events
 */
public record Workload(
    Form form,
    long customers,
    boolean hot,
    long events,
    int laps,
    Duration span,
    int scenarios,
    Interest interest,
    long waiting)
    implements Serializable {
  private static final long MOST_IN_MEMORY = 2_000_000;

  /** In which form events are read. */
  public enum Form {
    /** Decoded before the clock starts. */
    MEMORY,
    /** Native JSON of about 1 kB, from memory. */
    JSON,
    /** The same JSON from a topic of a broker on this machine. */
    KAFKA
  }

  /** Which events concern a scenario. */
  public enum Interest {
    /** Carts and orders, a fifth of all; each cart enters one scenario, however many there are. */
    CARTS,
    /** Every one: page views enter too. */
    ALL,
    /** Carts and orders; two carts within an hour enter. */
    PATTERN
  }

  /** The usual one: a fifth of the events concern one scenario. */
  public static Workload clickstream(Form form, long customers, long events) {
    return new Workload(
        form, customers, false, events, 1, Duration.ofHours(6), 1, Interest.CARTS, 0);
  }

  /** The same stream, so many times. */
  public Workload withLaps(int count) {
    return new Workload(form, customers, hot, events, count, span, scenarios, interest, waiting);
  }

  /** The same stream where it can be read again and again; of a topic's records the first. */
  public Workload fromMemory() {
    if (form != Form.KAFKA) {
      return this;
    }
    long first = Math.min(events, MOST_IN_MEMORY);
    Duration time = span.multipliedBy(first).dividedBy(events);
    return new Workload(Form.JSON, customers, hot, first, laps, time, scenarios, interest, waiting);
  }

  /** How many events there are in all laps; what comes before them happens once. */
  public long total() {
    return waiting + (events - waiting) * laps;
  }

  /** The same stream, watched by {@code count} scenarios. */
  public Workload withScenarios(int count) {
    return new Workload(form, customers, hot, events, laps, span, count, interest, waiting);
  }

  /** The same stream, behind that many carts, each of another customer, whose journeys wait until after its end. */
  public Workload withWaiting(long instances) {
    return new Workload(
        form,
        customers,
        hot,
        events - waiting + instances,
        laps,
        span,
        scenarios,
        interest,
        instances);
  }

  /** The same stream in another time. */
  public Workload withSpan(Duration time) {
    return new Workload(form, customers, hot, events, laps, time, scenarios, interest, waiting);
  }

  /** The same stream of that many customers. */
  public Workload withCustomers(long count) {
    return new Workload(form, count, hot, events, laps, span, scenarios, interest, waiting);
  }

  /** The same stream, watched in another way. */
  public Workload withInterest(Interest other) {
    return new Workload(form, customers, hot, events, laps, span, scenarios, other, waiting);
  }

  /** The same number of events, most of them of few customers. */
  public Workload withHotCustomers() {
    return new Workload(form, customers, true, events, laps, span, scenarios, interest, waiting);
  }
}
