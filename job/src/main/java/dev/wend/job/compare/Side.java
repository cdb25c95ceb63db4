package dev.wend.job.compare;

/** One of the two sets that are compared. */
public enum Side {
  /** The scenarios that are compared. */
  A("a"),
  /** Those that they are compared with. */
  B("b");

  private final String id;

  Side(String id) {
    this.id = id;
  }

  /** The name in results. */
  public String id() {
    return id;
  }
}
