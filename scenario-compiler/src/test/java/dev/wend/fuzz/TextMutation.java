package dev.wend.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes a text without regard to what it says. */
final class TextMutation {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[-+.0-9eE]++|[a-z]++|[{}\\[\\],:]");
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ",",
          ":",
          "\\",
          "\\u",
          "\\ud800",
          "\\u0000",
          "\\udc00\\ud800",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "\u202E",
          "\uD83D\uDE00",
          "\uD800",
          "\uDC00",
          "\u0085",
          "é",
          "\r",
          "\n",
          "\t",
          "\f",
          "/*",
          "//",
          "NaN",
          "Infinity",
          "-",
          "+1",
          "00",
          "1e999999999",
          "1e-999999999",
          "1e99999999999",
          "9".repeat(1_001),
          "0.",
          ".5",
          "0x1F",
          "null",
          "true",
          "\"from\":\"trigger:/x\",",
          "[".repeat(150),
          "{\"not\":".repeat(120),
          "\"\":");

  private final Random random;

  TextMutation(Random random) {
    this.random = random;
  }

  /** A text that differs in a few places. */
  String of(String text) {
    String changed = text;
    for (int change = random.nextInt(4); change >= 0; change--) {
      changed = random.nextBoolean() ? ofCharacters(changed) : ofTokens(changed);
    }
    return changed;
  }

  private String ofCharacters(String text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(30));
    String part = text.substring(at, end);
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + text.substring(end);
      case 2 -> text.substring(0, end) + part + text.substring(end);
      case 3 -> text.substring(0, at) + piece + text.substring(end);
      case 4 -> flipped(text, at);
      default -> text.substring(0, at) + piece + text.substring(at);
    };
  }

  private String flipped(String text, int at) {
    if (at == text.length()) {
      return text;
    }
    StringBuilder flipped = new StringBuilder(text);
    flipped.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(16))));
    return flipped.toString();
  }

  private String ofTokens(String text) {
    List<MatchResult> tokens = new ArrayList<>(TOKEN.matcher(text).results().toList());
    if (tokens.isEmpty()) {
      return text;
    }
    MatchResult one = tokens.get(random.nextInt(tokens.size()));
    MatchResult other = tokens.get(random.nextInt(tokens.size()));
    String before = text.substring(0, one.start());
    String after = text.substring(one.end());
    return switch (random.nextInt(3)) {
      case 0 -> before + after;
      case 1 -> before + one.group() + one.group() + after;
      default -> before + other.group() + after;
    };
  }
}
