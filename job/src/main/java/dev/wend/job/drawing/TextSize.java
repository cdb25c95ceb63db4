package dev.wend.job.drawing;

import java.util.ArrayList;
import java.util.List;

/** How much room text takes at most, whatever sans-serif font there is; and how it is broken into lines. */
final class TextSize {
  private static final double NARROW = 0.36;
  private static final double USUAL = 0.62;
  private static final double WIDE = 0.68;
  private static final double WIDEST = 1.02;
  private static final double BOLDER = 1.1;
  private static final double FIXED = 0.61;

  private TextSize() {}

  /** The width of a line of {@code size} pixels. */
  static double width(String text, double size) {
    return text.codePoints().mapToDouble(TextSize::of).sum() * size;
  }

  /** The same in bold. */
  static double bold(String text, double size) {
    return width(text, size) * BOLDER;
  }

  /** The same where each character is as wide. */
  static double fixed(String text, double size) {
    return text.codePoints().mapToDouble(point -> point < 0x2E80 ? FIXED : WIDEST).sum() * size;
  }

  private static double of(int point) {
    if (point >= 0x2E80 || "mwMW@%".indexOf(point) >= 0) {
      return WIDEST;
    } else if ("iljtfrI.,:;'|!()[]/ -".indexOf(point) >= 0) {
      return point == 't' || point == 'f' || point == 'r' ? NARROW + 0.08 : NARROW + 0.02;
    }
    return Character.isUpperCase(point) || point > 0x7F ? WIDE + 0.1 : USUAL + 0.02;
  }

  /** Lines of at most {@code length} characters, broken behind spaces and before the verbs of patterns, else anywhere. */
  static List<String> wrapped(String text, int length) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : text.split("(?<= )|(?=\\.[a-zA-Z]+\\()|(?<=[/_,&?])(?=\\S)", -1)) {
      if (line.length() + part.strip().length() > length && !line.isEmpty()) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(part);
      while (line.length() > length && !line.toString().isBlank()) {
        if (line.toString().stripTrailing().length() <= length) {
          break;
        }
        int end = line.offsetByCodePoints(0, line.codePointCount(0, length));
        lines.add(line.substring(0, end));
        line.delete(0, end);
      }
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
