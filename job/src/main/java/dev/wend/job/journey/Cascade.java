package dev.wend.job.journey;

/**
 * How many internal events lie between a step and the deadline, moment or outside event to which it goes back (SEMANTICS.md
 * section 5, step 6).
 */
final class Cascade {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_EVENTS = 1_000;

  private final int depth;
  private final int[] events;

  private Cascade(int depth, int[] events) {
    this.depth = depth;
    this.events = events;
  }

  /** Of a deadline, a trigger by the clock or an event from outside. */
  static Cascade root() {
    return new Cascade(0, new int[1]);
  }

  /** Whether the step may make one more internal event. */
  boolean mayGoOn() {
    return depth < MAX_DEPTH && events[0] < MAX_EVENTS;
  }

  /** Of the internal event that the step makes. */
  Cascade next() {
    events[0]++;
    return new Cascade(depth + 1, events);
  }
}
