package dev.wend.job.journey;

import dev.wend.scenario.Settings.EntryLimit;
import java.util.ArrayDeque;
import java.util.Deque;

/** When a customer entered a scenario, as far as its {@code entryLimit} asks. */
public final class EntryLog {
  private final Deque<Long> entries = new ArrayDeque<>();

  /** The entries that may still count, epoch milliseconds, oldest first. */
  public Deque<Long> entries() {
    return entries;
  }

  /** Whether an entry at {@code timestamp} would be one too many: one at {@code t0} counts in [t0, t0 + per). */
  boolean isReached(EntryLimit limit, long timestamp) {
    limit.per().ifPresent(per -> forget(timestamp, per.toMillis()));
    return entries.size() >= limit.max();
  }

  void add(EntryLimit limit, long timestamp) {
    entries.addLast(timestamp);
    if (entries.size() > limit.max()) {
      entries.removeFirst();
    }
  }

  private void forget(long timestamp, long per) {
    while (!entries.isEmpty() && Times.plus(entries.peekFirst(), per) <= timestamp) {
      entries.removeFirst();
    }
  }
}
