package dev.wend.connectors.inference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** How the text of a file is encoded, by its beginning. */
final class Encoding {
  /** What most programs outside Unicode write in western Europe; it reads any bytes. */
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private Encoding() {}

  static Charset of(byte[] beginning) {
    if (startsWith(beginning, 0xFF, 0xFE) || startsWith(beginning, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16;
    }
    if (beginning.length > 3 && beginning[1] == 0 && beginning[3] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(beginning);
    boolean malformed =
        decoder.decode(bytes, CharBuffer.allocate(beginning.length + 1), false).isError();
    return malformed ? WESTERN : UTF_8;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
