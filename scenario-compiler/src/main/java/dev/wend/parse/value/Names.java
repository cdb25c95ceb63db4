package dev.wend.parse.value;

import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.shape.TextShape;
import java.util.Optional;

/** Names of things: at least one character, no control characters. */
public final class Names {
  /** Any name. */
  public static final Shape<String> NAME =
      new TextShape<>(
          "a name without line breaks or other control characters",
          "^[^\\u0000-\\u001F\\u007F-\\u009F]+$",
          IssueCode.EMPTY_TEXT,
          Names::name,
          text -> "");

  private Names() {}

  private static Optional<String> name(String text) {
    boolean isName = !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
    return isName ? Optional.of(text) : Optional.empty();
  }
}
