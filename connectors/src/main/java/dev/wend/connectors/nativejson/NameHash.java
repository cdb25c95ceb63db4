package dev.wend.connectors.nativejson;

import dev.wend.event.JsonText;

/** A number that is the same for the same bytes. */
final class NameHash {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private NameHash() {}

  static int of(byte[] json, int from, int to) {
    long hash = (long) to - from;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      hash = mixed(hash ^ JsonText.word(json, at));
    }
    if (at < to) {
      hash = mixed(hash ^ rest(json, at, to));
    }
    return (int) hash;
  }

  private static long mixed(long hash) {
    long product = hash * FACTOR;
    return product ^ (product >>> Integer.SIZE);
  }

  private static long rest(byte[] json, int from, int to) {
    if (from <= json.length - Long.BYTES) {
      return JsonText.word(json, from) & ((1L << (Byte.SIZE * (to - from))) - 1);
    }
    long word = 0;
    for (int at = to - 1; at >= from; at--) {
      word = word << Byte.SIZE | Byte.toUnsignedLong(json[at]);
    }
    return word;
  }
}
