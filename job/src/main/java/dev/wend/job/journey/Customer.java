package dev.wend.job.journey;

import dev.wend.event.Profile;
import dev.wend.event.Utf8Order;
import dev.wend.job.journey.PartialMatches.Owner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that is kept of one customer. */
public final class Customer {
  /** Most customers have none, so a map is made only where one is asked for. */
  private static final SortedMap<String, EntryLog> NO_ENTRIES = Collections.emptySortedMap();

  private static final SortedMap<Owner, PartialMatches> NO_MATCHES = Collections.emptySortedMap();

  private String id;
  private Profile profile = Profile.EMPTY;
  private final List<Instance> instances = new ArrayList<>(2);
  private final TakenMessages taken = new TakenMessages();
  private SortedMap<String, EntryLog> entries = NO_ENTRIES;
  private SortedMap<Owner, PartialMatches> partialMatches = NO_MATCHES;
  private long nextNumber;
  private long carriedTo = Long.MIN_VALUE;
  private long lastEvent = Long.MIN_VALUE;
  private long lastRecordTime = Long.MIN_VALUE;
  private long lastRecordPosition;

  /** Empty between two steps of depth 0, so it is no part of the state. */
  private final Deque<InternalEvent> internalEvents = new ArrayDeque<>(1);

  /** The place of the last record among those of its timestamp. */
  public record RecordPosition(long timestamp, long position) {}

  /** A customer of whom nothing is known. */
  public Customer(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** Says who it is, for whoever restores a customer from state, where only the key has the id. */
  public void setId(String key) {
    id = key;
  }

  public Profile profile() {
    return profile;
  }

  public void setProfile(Profile changed) {
    profile = changed;
  }

  /** Active instances in entry order. */
  public List<Instance> instances() {
    return instances;
  }

  public TakenMessages taken() {
    return taken;
  }

  /** By scenario id. */
  public SortedMap<String, EntryLog> entries() {
    if (entries == NO_ENTRIES) {
      entries = new TreeMap<>(Utf8Order.INSTANCE);
    }
    return entries;
  }

  /** Whether {@link #entries} has any. */
  public boolean hasEntries() {
    return !entries.isEmpty();
  }

  /** Of the triggers on sequences of events, as far as they have begun. */
  public SortedMap<Owner, PartialMatches> partialMatches() {
    if (partialMatches == NO_MATCHES) {
      partialMatches = new TreeMap<>();
    }
    return partialMatches;
  }

  /** How many {@link #partialMatches} there are. */
  public int partialMatchCount() {
    return partialMatches.size();
  }

  /** Whether {@link #partialMatches} has any. */
  public boolean hasPartialMatches() {
    return !partialMatches.isEmpty();
  }

  /** The time of the last step, epoch milliseconds; {@link Long#MIN_VALUE} before the first. */
  public long carriedTo() {
    return carriedTo;
  }

  /** See {@link #carriedTo}. */
  public void setCarriedTo(long timestamp) {
    carriedTo = timestamp;
  }

  /** The time of the last event from outside that was taken; {@link Long#MIN_VALUE} before the first. */
  public long lastEvent() {
    return lastEvent;
  }

  /** See {@link #lastEvent}. */
  public void setLastEvent(long timestamp) {
    lastEvent = timestamp;
  }

  /** The number that the next instance gets. */
  public long nextNumber() {
    return nextNumber;
  }

  public RecordPosition lastRecord() {
    return new RecordPosition(lastRecordTime, lastRecordPosition);
  }

  /** Sets the counters, for whoever restores a customer from state. */
  public void restoreCounters(long number, RecordPosition position) {
    nextNumber = number;
    lastRecordTime = position.timestamp();
    lastRecordPosition = position.position();
  }

  /** The next moment at which an instance moves by itself, {@link Instance#NEVER} where none does. */
  public long nextDeadline() {
    long earliest = Instance.NEVER;
    for (Instance instance : instances) {
      earliest = Math.min(earliest, instance.nextDeadline());
    }
    return earliest;
  }

  /** Forgets the partial matches that have left their windows by {@code timestamp}. */
  void forgetPartialMatches(long timestamp) {
    if (!partialMatches.isEmpty()) {
      partialMatches.values().removeIf(partial -> partial.last() <= timestamp);
    }
  }

  /** When the next partial matches can be forgotten, {@link Instance#NEVER} where there are none. */
  long partialMatchesForgotten() {
    long earliest = Instance.NEVER;
    for (PartialMatches partial : partialMatches.values()) {
      earliest = Math.min(earliest, partial.last());
    }
    return earliest;
  }

  /** When the last partial match of all leaves its window, {@link Long#MIN_VALUE} where there is none. */
  long lastPartialMatchForgotten() {
    long latest = Long.MIN_VALUE;
    for (PartialMatches partial : partialMatches.values()) {
      latest = Math.max(latest, partial.last());
    }
    return latest;
  }

  /** Whether nothing is known any more, so that nothing need be kept. */
  public boolean isEmpty() {
    return isEmptyButForMessages() && taken.isEmpty();
  }

  /** Whether nothing is known any more but which message ids are taken. */
  boolean isEmptyButForMessages() {
    return profile.isEmpty()
        && instances.isEmpty()
        && entries.isEmpty()
        && partialMatches.isEmpty();
  }

  Deque<InternalEvent> internalEvents() {
    return internalEvents;
  }

  long takeNumber() {
    return nextNumber++;
  }

  long takePosition(long timestamp) {
    lastRecordPosition = lastRecordTime == timestamp ? lastRecordPosition + 1 : 0;
    lastRecordTime = timestamp;
    return lastRecordPosition;
  }

  /** Removes all but the message ids inside the horizon (section 5, {@code customer-erased}). */
  void erase() {
    profile = Profile.EMPTY;
    instances.clear();
    entries = NO_ENTRIES;
    partialMatches = NO_MATCHES;
  }
}
