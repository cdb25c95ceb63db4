package dev.wend.job.config;

import dev.wend.issue.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/** Gives values from outside the document locations of their own, with negative lines, by which they are known again. */
final class Origins {
  private final String file;
  private final List<Origin> outside = new ArrayList<>();

  Origins(String file) {
    this.file = file;
  }

  /** A location for a value from outside of the document. */
  SourceLocation locate(Origin origin) {
    outside.add(origin);
    return new SourceLocation(-outside.size(), 1, 1);
  }

  /** Where a value with this location came from. */
  Origin of(SourceLocation location) {
    return location.line() < 0
        ? outside.get(-location.line() - 1)
        : new Origin.Document(file, location.line(), location.column());
  }
}
