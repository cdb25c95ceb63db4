package dev.wend.parse.value;

import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.shape.TextShape;
import java.util.Optional;
import java.util.function.Function;

/** Names of things: at least one character, no control characters. */
public final class Names {
  /** Any name. */
  public static final Shape<String> NAME = shape(Names::name);

  /** The name by which a scenario or a node is known; always the same object, so that comparing it is cheap. */
  public static final Shape<String> ID = shape(text -> name(text).map(String::intern));

  private Names() {}

  private static Shape<String> shape(Function<String, Optional<String>> reading) {
    return new TextShape<>(
        "a name without line breaks or other control characters",
        "^[^\\u0000-\\u001F\\u007F-\\u009F]+$",
        IssueCode.EMPTY_TEXT,
        reading,
        text -> "");
  }

  private static Optional<String> name(String text) {
    boolean isName = !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
    return isName ? Optional.of(text) : Optional.empty();
  }
}
