package dev.wend.job.config;

/** What a sink may be for. */
public enum Output {
  ACTIONS("actions"),
  TRACE("trace"),
  STATUS("status"),
  LATE("late"),
  DEAD_LETTER("dead-letter");

  private final String id;

  Output(String id) {
    this.id = id;
  }

  /** As configurations write it. */
  public String id() {
    return id;
  }
}
