package dev.wend.matcher;

import com.fasterxml.jackson.core.JsonPointer;

/** A JSON pointer into the triggering event, the event that last moved the instance, or the profile. */
public record Reference(Source source, JsonPointer pointer) implements Operand {

  /** What a reference points into. */
  public enum Source {
    TRIGGER("trigger"),
    EVENT("event"),
    PROFILE("profile");

    private final String id;

    Source(String id) {
      this.id = id;
    }

    /** The word before the colon. */
    public String id() {
      return id;
    }
  }

  /** The reference as documents write it. */
  @Override
  public String toString() {
    return source.id() + ":" + pointer;
  }
}
