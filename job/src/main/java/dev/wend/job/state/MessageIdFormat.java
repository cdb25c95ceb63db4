package dev.wend.job.state;

import java.io.IOException;
import java.util.UUID;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Message ids: a UUID in its usual form takes 16 bytes, other text as it is. */
final class MessageIdFormat {
  private static final int UUID_LENGTH = 36;
  private static final int HALF = 19;

  private MessageIdFormat() {}

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
        bits = (bits << (Byte.SIZE / 2)) | (letter <= '9' ? letter - '0' : letter - 'a' + 10);
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
      boolean dash = index == 8 || index == 13 || index == 18 || index == 23;
      boolean digit = letter >= '0' && letter <= '9';
      boolean hexadecimal = digit || (letter >= 'a' && letter <= 'f');
      if (dash ? letter != '-' : !hexadecimal) {
        return false;
      }
    }
    return true;
  }
}
