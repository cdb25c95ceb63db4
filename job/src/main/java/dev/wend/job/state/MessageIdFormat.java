package dev.wend.job.state;

import java.io.IOException;
import java.util.UUID;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Message ids: a UUID in its usual form takes 16 bytes, other text as it is. */
final class MessageIdFormat {
  private static final int UUID_LENGTH = 36;

  private MessageIdFormat() {}

  static void write(String messageId, DataOutputView out) throws IOException {
    boolean compact = isUuid(messageId);
    out.writeBoolean(compact);
    if (compact) {
      UUID uuid = UUID.fromString(messageId);
      out.writeLong(uuid.getMostSignificantBits());
      out.writeLong(uuid.getLeastSignificantBits());
    } else {
      Wire.writeText(messageId, out);
    }
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
