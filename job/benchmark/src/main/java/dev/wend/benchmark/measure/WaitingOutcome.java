package dev.wend.benchmark.measure;

/** What it takes to have many journeys wait, and to end them all at once. */
public record WaitingOutcome(String contestant, long instances, Filled filled, Drained drained) {

  /**
   * Beginning them, and what they take.
   *
   * @param nanos from the first cart to the last
   * @param cpuNanos of all threads meanwhile
   * @param emptyBytes of the checkpoint before
   * @param fullBytes of the checkpoint with all of them
   * @param checkpointMillis how long it took to write that
   * @param heapBytes in use after a collection
   * @param processBytes the most memory that the process had
   */
  public record Filled(
      long nanos,
      long cpuNanos,
      long emptyBytes,
      long fullBytes,
      long checkpointMillis,
      long heapBytes,
      long processBytes) {}

  /**
   * Restoring and ending them.
   *
   * @param restoreNanos from the submission of the job until a watermark has gone through it
   * @param nanos from the watermark that makes all due until it has gone through
   * @param cpuNanos of all threads meanwhile
   * @param checkpoints that were completed meanwhile
   * @param answers how many were ended
   */
  public record Drained(
      long restoreNanos, long nanos, long cpuNanos, long checkpoints, long answers) {}

  /** Bytes of a checkpoint for each. */
  public double bytes() {
    return (double) (filled.fullBytes() - filled.emptyBytes()) / instances;
  }

  /** How many begin in a second. */
  public double fillRate() {
    return instances * 1e9 / filled.nanos();
  }

  /** How many end in a second when all are due. */
  public double drainRate() {
    return instances * 1e9 / drained.nanos();
  }
}
