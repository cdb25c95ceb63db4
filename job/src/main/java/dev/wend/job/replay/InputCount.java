package dev.wend.job.replay;

/** What is counted of the input of a replay. */
public enum InputCount {
  /** Bytes of the files as stored. */
  BYTES("bytesRead"),
  /** Valid events, those that are not used among them. */
  EVENTS("events"),
  /** Records that are no events. */
  DEAD_LETTERS("deadLetters"),
  /** Events after the end of the clock, which are not read (SEMANTICS.md section 6). */
  AFTER_END("afterEnd");

  private final String id;

  InputCount(String id) {
    this.id = id;
  }

  /** The name in summaries. */
  public String id() {
    return id;
  }
}
