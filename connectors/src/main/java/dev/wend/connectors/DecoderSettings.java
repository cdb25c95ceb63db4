package dev.wend.connectors;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * Which timestamps are too far ahead (SEMANTICS.md section 1).
 *
 * @param now the wall clock; in a replay that of its start
 * @param futureTolerance how far ahead of it a timestamp may be
 */
public record DecoderSettings(Instant now, Duration futureTolerance) implements Serializable {
  /** The tolerance where nothing else is said. */
  public static final Duration DEFAULT_FUTURE_TOLERANCE = Duration.ofHours(1);

  /** The latest timestamp that is accepted, epoch milliseconds. */
  public long latest() {
    try {
      return now.plus(futureTolerance).toEpochMilli();
    } catch (ArithmeticException | DateTimeException beyondAllTime) {
      return Long.MAX_VALUE;
    }
  }
}
