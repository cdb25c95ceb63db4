package dev.wend.job.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Message ids: a UUID in its usual form takes 16 bytes, other text as it is. */
final class MessageIdFormat {
  private static final int UUID_LENGTH = 36;
  private static final int[] DASHES = {8, 13, 18, 23};
  private static final int DASH = 1 << 4;
  private static final int NO_PART = 1 << 8;

  /** By letter: the value of a hexadecimal digit in lower case, or one of the above. */
  private static final short[] PARTS = parts();

  private MessageIdFormat() {}

  private static short[] parts() {
    short[] parts = new short[1 << Byte.SIZE];
    Arrays.fill(parts, (short) NO_PART);
    parts['-'] = DASH;
    for (char letter : "0123456789abcdef".toCharArray()) {
      parts[letter] = (short) Character.digit(letter, 16);
    }
    return parts;
  }

  static void write(String messageId, DataOutputView out) throws IOException {
    if (messageId.length() == UUID_LENGTH) {
      byte[] letters = messageId.getBytes(StandardCharsets.ISO_8859_1);
      if (isUuid(letters)) {
        out.writeBoolean(true);
        out.writeLong(bits(letters, 14, 18, bits(letters, 9, 13, bits(letters, 0, 8, 0))));
        out.writeLong(bits(letters, 24, 36, bits(letters, 19, 23, 0)));
        return;
      }
    }
    out.writeBoolean(false);
    Wire.writeText(messageId, out);
  }

  static String read(DataInputView in) throws IOException {
    return in.readBoolean() ? new UUID(in.readLong(), in.readLong()).toString() : Wire.readText(in);
  }

  /** The bits before, behind them those of some hexadecimal digits. */
  private static long bits(byte[] letters, int from, int to, long before) {
    long bits = before;
    for (int index = from; index < to; index++) {
      bits = bits << (Byte.SIZE / 2) | PARTS[letters[index] & 0xff];
    }
    return bits;
  }

  /** Whether they are digits and four dashes, each in its place. Goes through all without a branch, since most are. */
  private static boolean isUuid(byte[] letters) {
    int noDigits = 0;
    for (byte letter : letters) {
      noDigits += PARTS[letter & 0xff] & (DASH | NO_PART);
    }
    boolean isDashed = noDigits == DASHES.length * DASH;
    for (int dash : DASHES) {
      isDashed &= letters[dash] == '-';
    }
    return isDashed;
  }
}
