package dev.wend.parse.tree;

import dev.wend.issue.SourceLocation;
import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {
  private final int[] starts;

  Lines(String text) {
    int[] found = new int[text.length() + 1];
    int count = 1;
    for (int index = 0; index < text.length(); index++) {
      char end = text.charAt(index);
      boolean pair = end == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n';
      if (end == '\n' || (end == '\r' && !pair)) {
        found[count++] = index + 1;
      }
    }
    this.starts = Arrays.copyOf(found, count);
  }

  /** The place of a stretch of characters, {@code offset} from 0. */
  SourceLocation locate(int offset, int length) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new SourceLocation(line + 1, offset - starts[line] + 1, Math.max(1, length));
  }
}
