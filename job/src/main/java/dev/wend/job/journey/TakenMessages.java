package dev.wend.job.journey;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The message ids taken in the dedup horizon (SEMANTICS.md section 5, step 2). */
public final class TakenMessages {
  private final Map<String, Long> taken = new LinkedHashMap<>();

  /** When each was taken, epoch milliseconds, oldest first. */
  public Map<String, Long> all() {
    return taken;
  }

  /**
   * Takes a message id unless it was taken within the horizon before; a copy does not prolong it.
   *
   * @param horizon milliseconds of event time
   * @return whether it is taken now
   */
  boolean take(String messageId, long timestamp, long horizon) {
    forget(timestamp, horizon);
    return taken.putIfAbsent(messageId, timestamp) == null;
  }

  /** Forgets what lies outside the horizon. */
  void forget(long timestamp, long horizon) {
    Iterator<Long> times = taken.values().iterator();
    while (times.hasNext() && Times.plus(times.next(), horizon) <= timestamp) {
      times.remove();
    }
  }

  /** When none is taken any more, epoch milliseconds; {@link Instance#NEVER} where none is taken now. */
  long free(long horizon) {
    long latest = taken.values().stream().mapToLong(Long::longValue).max().orElse(Instance.NEVER);
    return Times.plus(latest, horizon);
  }
}
