package dev.wend.issue;

/**
 * A stretch of a document.
 *
 * @param line 1 for the first line
 * @param column in characters, 1 for the first one of the line
 * @param length in characters, at least 1
 */
public record SourceLocation(int line, int column, int length) {
  /** The beginning of a document. */
  public static final SourceLocation START = new SourceLocation(1, 1, 1);
}
