package dev.wend.connectors.kafka;

import java.io.Serializable;
import java.time.Duration;

/**
 * What moves the watermark (SEMANTICS.md section 6, "Live").
 *
 * @param outOfOrderness how far behind the newest of a partition a timestamp may be
 * @param idleAfter how long nothing comes from a partition before it may count as silent
 */
public record EventClock(Mode mode, Duration outOfOrderness, Duration idleAfter)
    implements Serializable {
  /** What goes on where nothing comes any more. */
  public enum Mode {
    /** The wall clock. */
    WALL,
    /** Nothing: events alone move the watermark. */
    EVENTS
  }

  /** Checks both durations. */
  public EventClock {
    if (outOfOrderness.isNegative()) {
      throw new IllegalArgumentException("disorder is not negative: " + outOfOrderness);
    }
    if (idleAfter.toMillis() < 1) {
      throw new IllegalArgumentException("silence takes a millisecond or more: " + idleAfter);
    }
  }
}
