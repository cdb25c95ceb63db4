package dev.wend.benchmark.workload;

import java.io.Serializable;
import java.time.Duration;

/**
 * A clickstream and how many scenarios watch it.
 *
 * @param form in which events are read
 * @param customers over whom they are spread
 * @param hot whether few customers do most of it, by Zipf's law
 * @param events in all, in order of their time
 * @param span the event time that they take
 * @param scenarios how many there are
 * @param interest which events these look at
 */
public record Workload(
    Form form,
    long customers,
    boolean hot,
    long events,
    Duration span,
    int scenarios,
    Interest interest)
    implements Serializable {

  /** In which form events are read. */
  public enum Form {
    /** Decoded before the clock starts. */
    MEMORY,
    /** Native JSON of about 1 kB, from memory. */
    JSON
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
    return new Workload(form, customers, false, events, Duration.ofHours(6), 1, Interest.CARTS);
  }

  /** The same stream, watched by {@code count} scenarios. */
  public Workload withScenarios(int count) {
    return new Workload(form, customers, hot, events, span, count, interest);
  }

  /** The same stream, watched in another way. */
  public Workload withInterest(Interest other) {
    return new Workload(form, customers, hot, events, span, scenarios, other);
  }

  /** The begin of the stream, as dense as all of it. */
  public Workload first(long count) {
    return new Workload(
        form,
        customers,
        hot,
        count,
        Duration.ofMillis(span.toMillis() * count / events),
        scenarios,
        interest);
  }

  /** The same number of events, most of them of few customers. */
  public Workload withHotCustomers() {
    return new Workload(form, customers, true, events, span, scenarios, interest);
  }
}
