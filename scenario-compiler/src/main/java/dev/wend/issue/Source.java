package dev.wend.issue;

/**
 * A document as read.
 *
 * @param file the name under which reports speak of it
 * @param text all of it; empty where it could not be read
 */
public record Source(String file, String text) {

  /** The text of a line, without its end; empty where there is no such line. */
  public String line(int number) {
    int start = startOfLine(number);
    return start > text.length() ? "" : text.substring(start, endOfLine(start));
  }

  /** Where a place is in the text, in characters from 0. */
  public int offset(SourceLocation location) {
    return startOfLine(location.line()) + location.column() - 1;
  }

  private int startOfLine(int number) {
    int start = 0;
    for (int line = 1; line < number && start <= text.length(); line++) {
      start = nextLine(start);
    }
    return start;
  }

  private int nextLine(int start) {
    int end = endOfLine(start);
    boolean pair = text.startsWith("\r\n", end);
    return end + (pair ? 2 : 1);
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  @Override
  public String toString() {
    return file;
  }
}
