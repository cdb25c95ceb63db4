package dev.wend.job.operator;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.streaming.api.operators.InternalTimeServiceManager;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Does what a watermark has made due in slices of about a millisecond, between which records, barriers and other mails get
 * their turn. The watermark is forwarded when nothing is due any more.
 */
final class Slices {
  /** How long a slice lasts. */
  static final Duration LENGTH = Duration.ofMillis(1);

  private final Waiting waiting;
  private final InternalTimeServiceManager<?> timers;
  private final MailboxExecutor mailbox;
  private final Forward forward;
  private final Runnable afterEach;
  private long noted = Long.MIN_VALUE;
  private long forwarded = Long.MIN_VALUE;
  private long sliceEnd;
  private boolean scheduled;

  /** Takes a watermark up to which everything is done. */
  interface Forward {
    void watermark(Watermark mark);
  }

  /** Carries those for whom events wait. */
  interface Waiting {
    /**
     * Carries them to a watermark until {@code over} says so.
     *
     * @return whether no event is due any more
     */
    boolean carry(long watermark, BooleanSupplier over) throws Exception;
  }

  /**
   * Slices of what watermarks make due.
   *
   * @param afterEach done at the end of each slice, before anything else gets its turn
   */
  Slices(
      Waiting waiting,
      InternalTimeServiceManager<?> timers,
      MailboxExecutor mailbox,
      Forward forward,
      Runnable afterEach) {
    this.waiting = waiting;
    this.timers = timers;
    this.mailbox = mailbox;
    this.forward = forward;
    this.afterEach = afterEach;
  }

  /** Begins to do what {@code mark} makes due. */
  void advanceTo(Watermark mark) throws Exception {
    noted = Math.max(noted, mark.getTimestamp());
    slice();
  }

  /** The watermark up to which everything is to be done. */
  long noted() {
    return noted;
  }

  /** The watermark up to which everything is done. */
  long forwarded() {
    return forwarded;
  }

  /** Whether the slice has lasted long enough. */
  boolean isOver() {
    return System.nanoTime() - sliceEnd >= 0;
  }

  /** Does all that is left, without pause. */
  void finish() throws Exception {
    sliceEnd = System.nanoTime() + Duration.ofDays(365).toNanos();
    if (forwarded < noted) {
      while (!waiting.carry(noted, () -> false)) {}
      timers.advanceWatermark(new Watermark(noted));
      forward();
    }
  }

  private void slice() throws Exception {
    sliceEnd = System.nanoTime() + LENGTH.toNanos();
    if (waiting.carry(noted, this::isOver)
        && timers.tryAdvanceWatermark(new Watermark(noted), this::isOver)) {
      forward();
    } else if (!scheduled) {
      schedule();
    }
    afterEach.run();
  }

  /** A task that stops behind its savepoint takes no work any more; what is left is in the savepoint. */
  private void schedule() {
    try {
      mailbox.execute(this::goOn, "carry customers to the watermark");
      scheduled = true;
    } catch (RejectedExecutionException stopping) {
      scheduled = false;
    }
  }

  private void goOn() throws Exception {
    scheduled = false;
    if (forwarded < noted) {
      slice();
    }
  }

  private void forward() {
    forwarded = noted;
    forward.watermark(new Watermark(noted));
  }
}
