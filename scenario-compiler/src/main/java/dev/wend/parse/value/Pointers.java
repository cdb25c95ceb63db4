package dev.wend.parse.value;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.shape.TextShape;
import java.util.Optional;

/** JSON pointers (RFC 6901). */
public final class Pointers {
  /** A step of a pointer, as a regular expression. */
  static final String STEP = "(/([^~/]|~[01])*)";

  /** A pointer. */
  public static final Shape<JsonPointer> POINTER = pointer("a JSON pointer such as /price", "*");

  /** A pointer to a part, not to the whole. */
  public static final Shape<JsonPointer> PART =
      pointer("a JSON pointer, not an empty one, such as /loyalty/active", "+");

  private Pointers() {}

  /** Reads {@code text}; empty where it is no pointer. */
  static Optional<JsonPointer> parse(String text) {
    return isPointer(text) ? Optional.of(JsonPointer.compile(text)) : Optional.empty();
  }

  private static boolean isPointer(String text) {
    return text.isEmpty()
        || (text.startsWith("/") && !text.replace("~0", "").replace("~1", "").contains("~"));
  }

  private static Shape<JsonPointer> pointer(String description, String times) {
    return new TextShape<>(
        description,
        "^" + STEP + times + "$",
        IssueCode.BAD_POINTER,
        text -> text.isEmpty() && times.equals("+") ? Optional.empty() : parse(text),
        text -> text.startsWith("/") || text.isEmpty() ? "" : "; begin it with a slash");
  }
}
