package dev.wend.job.operator;

import java.util.function.BooleanSupplier;

/** Counts the steps of a customer, which is not left before it was carried for several times as long as it took to read. */
final class Steps {
  private static final int WORTHWHILE = 4;
  private static final int FEW = 8;

  private final BooleanSupplier pause;
  private final long earliest;
  private int count;

  /** Steps that begin now, of a customer that was being read since {@code begun}, a time of {@link System#nanoTime}. */
  Steps(BooleanSupplier pause, long begun) {
    this.pause = pause;
    long read = System.nanoTime();
    this.earliest = read + WORTHWHILE * (read - begun);
  }

  /** Whether the rest is to be left; asked after each step. */
  boolean isEnough() {
    count++;
    return count >= FEW && pause.getAsBoolean() && System.nanoTime() - earliest >= 0;
  }

  /** Whether there was any. */
  boolean any() {
    return count > 0;
  }
}
