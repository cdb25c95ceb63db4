package dev.wend.event;

import java.util.Comparator;

/** The order of text everywhere in the contract: by UTF-8 bytes, which is the order of code points. */
public final class Utf8Order {
  /** Compares without encoding: only surrogates sort differently in UTF-16. */
  public static final Comparator<String> INSTANCE = Utf8Order::compare;

  private Utf8Order() {}

  private static int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int index = 0; index < common; index++) {
      char a = left.charAt(index);
      char b = right.charAt(index);
      if (a != b) {
        boolean bothSurrogate = Character.isSurrogate(a) && Character.isSurrogate(b);
        if (!bothSurrogate && Character.isSurrogate(a)) {
          return 1;
        }
        if (!bothSurrogate && Character.isSurrogate(b)) {
          return -1;
        }
        return Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
