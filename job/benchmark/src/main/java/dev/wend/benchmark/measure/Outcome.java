package dev.wend.benchmark.measure;

/**
 * What one run took.
 *
 * @param events that were timed
 * @param nanos from the first of them to the end
 * @param cpuNanos of all threads of the process
 * @param stolen the part of the processors' time, from 0 to 1, that the machine's host gave to others meanwhile
 * @param allocated bytes on the heap
 * @param answers how many customers something was done for
 * @param hash of all answers, in whatever order
 */
public record Outcome(
    String contestant,
    long events,
    long nanos,
    long cpuNanos,
    double stolen,
    long allocated,
    long answers,
    long hash) {

  /** Events in a second. */
  public double rate() {
    return events * 1e9 / nanos;
  }

  /** Processor seconds for a million events. */
  public double cpu() {
    return cpuNanos / 1e3 / events;
  }

  /** Bytes allocated for an event. */
  public double allocation() {
    return (double) allocated / events;
  }
}
