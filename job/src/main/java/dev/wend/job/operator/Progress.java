package dev.wend.job.operator;

import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.function.LongConsumer;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/** Tells how far customers were carried, at most once a second of wall clock, and always the furthest at last. */
public final class Progress {
  private static final long INTERVAL = 1_000;

  private final ProcessingTimeService clock;
  private final LongConsumer tell;
  private long reached = Long.MIN_VALUE;
  private long told = Long.MIN_VALUE;
  private Optional<ScheduledFuture<?>> timer = Optional.empty();
  private boolean stopped;

  /** Tells {@code tell}, in the thread of the task. */
  public Progress(ProcessingTimeService clock, LongConsumer tell) {
    this.clock = clock;
    this.tell = tell;
  }

  /** All are carried to {@code timestamp}, epoch milliseconds; a stream that has ended tells nothing more. */
  public void reach(long timestamp) {
    if (stopped || timestamp == Long.MAX_VALUE) {
      return;
    }
    reached = timestamp;
    if (timer.isEmpty()) {
      timer =
          Optional.of(
              clock.registerTimer(clock.getCurrentProcessingTime() + INTERVAL, now -> tell()));
    }
  }

  /** Tells nothing more. */
  public void stop() {
    timer.ifPresent(pending -> pending.cancel(false));
    stopped = true;
  }

  private void tell() {
    timer = Optional.empty();
    if (reached > told) {
      told = reached;
      tell.accept(reached);
    }
  }
}
