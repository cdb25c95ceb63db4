package dev.wend.issue;

/** How bad an issue is. */
public enum Severity {
  /** The scenario cannot run. */
  ERROR("error"),
  /** The scenario runs, but surely not as meant. */
  WARNING("warning");

  private final String id;

  Severity(String id) {
    this.id = id;
  }

  /** As reports write it. */
  public String id() {
    return id;
  }
}
