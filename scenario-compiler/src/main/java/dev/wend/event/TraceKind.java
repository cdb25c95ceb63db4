package dev.wend.event;

/** What a trace record tells (SEMANTICS.md section 6). */
public enum TraceKind {
  ENTERED("entered"),
  ENTRY_IGNORED("entry-ignored"),
  ENTRY_LIMITED("entry-limited"),
  RESTARTED("restarted"),
  DECIDED("decided"),
  ACTION("action"),
  SUPPRESSED("suppressed"),
  EXITED("exited"),
  EXPIRED("expired"),
  CONDITION_NOT_MET("condition-not-met"),
  FINISHED("finished"),
  ERASED("erased");

  private final String id;

  TraceKind(String id) {
    this.id = id;
  }

  /** The kind as trace records write it. */
  public String id() {
    return id;
  }
}
