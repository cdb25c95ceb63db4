package dev.wend.job.journey;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The message ids taken in the dedup horizon (SEMANTICS.md section 5, step 2). */
public final class TakenMessages {
  private static final int FEW = 16;

  private final Deque<Taken> taken = new ArrayDeque<>(2);

  /** The same ids, once there are more than a few, so that not all must be looked at. */
  private Set<String> many = Set.of();

  /**
   * A message id that is taken.
   *
   * @param timestamp when it was, epoch milliseconds
   */
  public record Taken(String messageId, long timestamp) {}

  /** All that are taken, oldest first. */
  public Collection<Taken> all() {
    return Collections.unmodifiableCollection(taken);
  }

  public boolean isEmpty() {
    return taken.isEmpty();
  }

  /** Adds a message id that is not taken yet, for whoever restores a customer from state. */
  public void restore(String messageId, long timestamp) {
    taken.addLast(new Taken(messageId, timestamp));
    if (taken.size() > FEW) {
      index(messageId);
    }
  }

  /**
   * Takes a message id unless it was taken within the horizon before; a copy does not prolong it.
   *
   * @param horizon milliseconds of event time
   * @return whether it is taken now
   */
  boolean take(String messageId, long timestamp, long horizon) {
    forget(timestamp, horizon);
    if (contains(messageId)) {
      return false;
    }
    restore(messageId, timestamp);
    return true;
  }

  /** Forgets what lies outside the horizon. */
  void forget(long timestamp, long horizon) {
    while (!taken.isEmpty() && Times.plus(taken.peekFirst().timestamp(), horizon) <= timestamp) {
      Taken forgotten = taken.removeFirst();
      if (taken.size() > FEW) {
        many.remove(forgotten.messageId());
      } else {
        many = Set.of();
      }
    }
  }

  /** When none is taken any more, epoch milliseconds; {@link Instance#NEVER} where none is taken now. */
  long free(long horizon) {
    if (taken.isEmpty()) {
      return Instance.NEVER;
    }
    long latest = Long.MIN_VALUE;
    for (Taken message : taken) {
      latest = Math.max(latest, message.timestamp());
    }
    return Times.plus(latest, horizon);
  }

  private boolean contains(String messageId) {
    if (taken.size() > FEW) {
      return many.contains(messageId);
    }
    for (Taken message : taken) {
      if (message.messageId().equals(messageId)) {
        return true;
      }
    }
    return false;
  }

  private void index(String messageId) {
    if (many.isEmpty()) {
      many = new HashSet<>();
      taken.forEach(message -> many.add(message.messageId()));
    }
    many.add(messageId);
  }
}
