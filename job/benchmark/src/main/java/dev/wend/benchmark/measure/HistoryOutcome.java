package dev.wend.benchmark.measure;

/**
 * What it took to go through a history.
 *
 * @param events that were read
 * @param nanos from the start of the cluster to the last file
 * @param cpuNanos of all threads of the process
 * @param processBytes the most memory that it had
 * @param records that were written, zero where none are
 */
public record HistoryOutcome(
    long events, long nanos, long cpuNanos, long processBytes, long records) {

  /** Events in a second. */
  public double rate() {
    return events * 1e9 / nanos;
  }

  /** Processor seconds for a million events. */
  public double cpu() {
    return cpuNanos / 1e3 / events;
  }
}
