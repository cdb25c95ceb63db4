package dev.wend.job.config;

/** What moves the clock (SEMANTICS.md section 6). */
public enum ClockMode {
  /** Events, and the wall clock where none come. */
  WALL("wall"),
  /** Events alone. */
  EVENTS("events");

  private final String id;

  ClockMode(String id) {
    this.id = id;
  }

  /** As configurations write it. */
  public String id() {
    return id;
  }
}
