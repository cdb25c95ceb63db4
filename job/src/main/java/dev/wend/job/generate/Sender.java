package dev.wend.job.generate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Where records come from, which shows in how they write the time and how late they arrive. */
enum Sender {
  WEB(900, 0.01),
  APP(2_500, 0.04),
  BEACON(8_000, 0.1),
  TILL(6_000, 0.05),
  MAILER(1_500, 0),
  BACK_OFFICE(300, 0);

  private static final int STRAGGLER_MILLIS = 240_000;

  private final double meanDelay;
  private final double stragglers;

  Sender(double meanDelay, double stragglers) {
    this.meanDelay = meanDelay;
    this.stragglers = stragglers;
  }

  /** Whether it knows the browser or app, and so sends an {@code anonymousId}. */
  boolean knowsDevice() {
    return this == WEB || this == APP;
  }

  boolean isOffline() {
    return this == TILL || this == BEACON;
  }

  /** Milliseconds from the event to its arrival. */
  long delay(StableRandom random) {
    return 20
        + (long) random.exponential(meanDelay)
        + (random.chance(stragglers) ? random.below(STRAGGLER_MILLIS) : 0);
  }

  /** Tills write the time with their offset, the mailer in milliseconds, all others in UTC. */
  void writeTime(long at, JsonGenerator json) throws IOException {
    switch (this) {
      case TILL -> json.writeString(Timestamps.atOffset(at, 1));
      case MAILER -> json.writeNumber(at);
      case WEB, APP, BEACON, BACK_OFFICE -> json.writeString(Timestamps.utc(at));
    }
  }
}
