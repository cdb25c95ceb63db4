package dev.wend.job.config;

import java.nio.file.Path;

/** How the values of records are read. */
public sealed interface EventFormat {
  /** As native JSON. */
  record Native() implements EventFormat {}

  /** As a mapping file says. */
  record Mapped(Path mapping) implements EventFormat {}
}
