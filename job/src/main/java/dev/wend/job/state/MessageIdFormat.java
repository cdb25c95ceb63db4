package dev.wend.job.state;

import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Message ids: a UUID in its usual form takes 16 bytes, other text as it is. */
final class MessageIdFormat {
  private static final int UUID_LENGTH = 36;
  private static final int HALF = 19;

  private static final long DASHES = 1L << 8 | 1L << 13 | 1L << 18 | 1L << 23;
  private static final byte NO_DIGIT = -1;

  /** By letter: the value of a hexadecimal digit in lower case. */
  private static final byte[] DIGITS = digits();

  private MessageIdFormat() {}

  private static byte[] digits() {
    byte[] digits = new byte[Byte.MAX_VALUE];
    Arrays.fill(digits, NO_DIGIT);
    for (char letter : "0123456789abcdef".toCharArray()) {
      digits[letter] = (byte) Character.digit(letter, 16);
    }
    return digits;
  }

  static void write(String messageId, DataOutputView out) throws IOException {
    boolean compact = isUuid(messageId);
    out.writeBoolean(compact);
    if (compact) {
      out.writeLong(digits(messageId, 0, HALF));
      out.writeLong(digits(messageId, HALF, UUID_LENGTH));
    } else {
      Wire.writeText(messageId, out);
    }
  }

  /** The hexadecimal digits of a part, without what stands between them. */
  private static long digits(String uuid, int from, int to) {
    long bits = 0;
    for (int index = from; index < to; index++) {
      char letter = uuid.charAt(index);
      if (letter != '-') {
        bits = (bits << (Byte.SIZE / 2)) | DIGITS[letter];
      }
    }
    return bits;
  }

  static String read(DataInputView in) throws IOException {
    return in.readBoolean() ? new UUID(in.readLong(), in.readLong()).toString() : Wire.readText(in);
  }

  private static boolean isUuid(String text) {
    if (text.length() != UUID_LENGTH) {
      return false;
    }
    for (int index = 0; index < UUID_LENGTH; index++) {
      char letter = text.charAt(index);
      boolean dash = (DASHES >>> index & 1) != 0;
      if (dash ? letter != '-' : letter >= DIGITS.length || DIGITS[letter] == NO_DIGIT) {
        return false;
      }
    }
    return true;
  }
}
