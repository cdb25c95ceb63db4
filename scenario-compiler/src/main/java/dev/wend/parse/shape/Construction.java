package dev.wend.parse.shape;

import java.util.Optional;

/** Makes a value of an object whose fields were all read; reports and gives nothing where they do not fit together. */
@FunctionalInterface
public interface Construction<T> {
  /** The value. */
  Optional<T> of(Values values);
}
