package dev.wend.event;

import java.util.Arrays;
import java.util.Optional;

/** What a status record tells (SEMANTICS.md section 6, "Live"). */
public enum StatusKind {
  /** A document or a stop was taken; it is on its way to all tasks. */
  ACCEPTED("accepted"),
  /** Nothing changes: the very same document runs, or what was to be stopped does not run. */
  UNCHANGED("unchanged"),
  /** A document was not taken; what ran goes on. */
  REFUSED("refused"),
  /** A version runs in all tasks. */
  RUNNING("running"),
  /** A scenario runs in no task any more. */
  STOPPED("stopped"),
  /** Up to where all customers were carried. */
  PROGRESS("progress");

  private final String id;

  StatusKind(String id) {
    this.id = id;
  }

  /** The kind as status records write it. */
  public String id() {
    return id;
  }

  /** Finds the kind with that {@link #id()}. */
  public static Optional<StatusKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }
}
