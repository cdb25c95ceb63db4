package dev.wend.parse.matcher;

import dev.wend.matcher.Reference.Source;
import java.util.List;

/** Where a matcher stands, which decides what it may look at (SEMANTICS.md section 3). */
public enum Place {
  TRIGGER("trigger", List.of(Source.PROFILE)),
  CONDITION("condition", List.of(Source.TRIGGER, Source.PROFILE)),
  EXIT("exit", List.of(Source.TRIGGER, Source.PROFILE));

  private final String id;
  private final List<Source> sources;

  Place(String id, List<Source> sources) {
    this.id = id;
    this.sources = sources;
  }

  /** The word for it in the names of the JSON Schema. */
  String id() {
    return id;
  }

  /** What references may look into. */
  List<Source> sources() {
    return sources;
  }

  /** Whether a message of this very instance can have been sent before. */
  boolean knowsMessages() {
    return this == CONDITION;
  }
}
