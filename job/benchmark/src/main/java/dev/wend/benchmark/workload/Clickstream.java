package dev.wend.benchmark.workload;

import dev.wend.benchmark.workload.Click.Kind;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The part of a clickstream that one reader reads: the same each time, in order of time. */
public final class Clickstream implements Iterator<Click> {
  /** When the stream begins, epoch milliseconds. */
  public static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  /** Of how many products the shop sells each about as many. */
  static final int PRODUCTS = 1_000;

  private static final int PAGES = 80;
  private static final int CARTS = 95;
  private static final int PERCENT = 100;
  private static final long MOST_AT_ONCE = 1_000_000;
  private static final long CARTS_PER_MILLISECOND = 10;
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final Workload workload;
  private final int readers;
  private final long end;
  private long next;

  /**
   * A part of the stream; customers are always in the same part.
   *
   * @param reader from 0 to {@code readers - 1}
   * @param from the number of the first event, a multiple of {@code readers}
   * @param to the number behind the last one
   */
  Clickstream(Workload workload, int reader, int readers, long from, long to) {
    this.workload = workload;
    this.readers = readers;
    this.next = from + reader;
    this.end = to;
  }

  /** When the stream has ended and, where no journey waits beyond it, nothing that it has begun goes on, epoch milliseconds. */
  public static long end(Workload workload) {
    long beyond = workload.waiting() > 0 ? 0 : workload.span().toMillis();
    return START + workload.laps() * workload.span().toMillis() + beyond + 1;
  }

  @Override
  public boolean hasNext() {
    return next < end;
  }

  @Override
  public Click next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the stream has ended");
    }
    long number = next;
    next += readers;
    if (number < workload.waiting()) {
      return new Click(
          number, Kind.CART, number, waitingSince(workload, number), (int) (number % PRODUCTS));
    }
    long bits = mix(number);
    int share = (int) ((bits >>> 8) % PERCENT);
    Kind kind = share < PAGES ? Kind.PAGE : share < CARTS ? Kind.CART : Kind.ORDER;
    long customer = customer(mix(bits)) * readers + number % readers;
    return new Click(
        number, kind, customer, time(workload, number), (int) ((bits >>> 32) % PRODUCTS));
  }

  /** When the first event happens, epoch milliseconds. */
  public static long begin(Workload workload) {
    return waitingSince(workload, 0);
  }

  /** Up to a million carts happen at one moment; more than that come one after the other. */
  private static long waitingSince(Workload workload, long number) {
    return workload.waiting() <= MOST_AT_ONCE
        ? START
        : START - (workload.waiting() - number) / CARTS_PER_MILLISECOND;
  }

  /** When an event that is not one of those that wait happens, epoch milliseconds. */
  public static long time(Workload workload, long number) {
    double share =
        (double) (number - workload.waiting()) / (workload.events() - workload.waiting());
    return START + 1 + (long) (share * workload.span().toMillis());
  }

  private long customer(long bits) {
    long all = workload.customers() / readers;
    double random = (bits >>> 11) * 0x1.0p-53;
    return (long) (workload.hot() ? Math.pow(all + 1.0, random) - 1 : random * all);
  }

  /** The finalizer of SplitMix64: evenly spread, and the same everywhere. */
  private static long mix(long value) {
    long mixed = (value + 1) * GOLDEN_GAMMA;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
