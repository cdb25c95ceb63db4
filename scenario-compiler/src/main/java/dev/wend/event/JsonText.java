package dev.wend.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Goes through the text of JSON eight bytes at a time. */
public final class JsonText {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long SPACES = 0x2020202020202020L;
  private static final long QUOTES = 0x2222222222222222L;
  private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;

  private JsonText() {}

  /**
   * The index of the first byte, from {@code from} on, that is a quotation mark, a backslash, a control character or beyond
   * ASCII; the length where there is none.
   */
  public static int endOfPlain(byte[] json, int from) {
    int at = from;
    for (; at <= json.length - Long.BYTES; at += Long.BYTES) {
      long special = special(word(json, at));
      if (special != 0) {
        return at + Long.numberOfTrailingZeros(special) / Byte.SIZE;
      }
    }
    while (at < json.length && isPlain(json[at])) {
      at++;
    }
    return at;
  }

  /** The eight bytes from {@code at} on, the first of them lowest. */
  public static long word(byte[] json, int at) {
    return (long) WORDS.get(json, at);
  }

  /**
   * Sets the high bit of each special byte. A subtraction borrows from the next higher byte only where its own is special,
   * so the lowest bit that is set is always right, which is the only one that is looked at.
   */
  private static long special(long word) {
    long quotes = word ^ QUOTES;
    long backslashes = word ^ BACKSLASHES;
    return (word
            | (word - SPACES)
            | ((quotes - EACH) & ~quotes)
            | ((backslashes - EACH) & ~backslashes))
        & HIGH_BITS;
  }

  private static boolean isPlain(byte each) {
    return each >= ' ' && each != '"' && each != '\\';
  }
}
