package dev.wend.benchmark.contestant;

/** Who goes through a history. */
public enum Historian {
  /** What the files cost alone. */
  READING("read and decode"),
  /** What a replay must do at least, as Flink does it. */
  SORTING("read, decode, sort by customer and time"),
  /** The product's replay. */
  REPLAY("Wend's replay");

  private final String title;

  Historian(String title) {
    this.title = title;
  }

  /** How tables name it. */
  public String title() {
    return title;
  }
}
