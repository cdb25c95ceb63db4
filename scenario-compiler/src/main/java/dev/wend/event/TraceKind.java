package dev.wend.event;

import java.util.Arrays;
import java.util.Optional;

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

  /** Finds the kind with that {@link #id()}. */
  public static Optional<TraceKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }
}
