package dev.wend.job.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.core.memory.DataInputView;

/**
 * Reads names of scenarios and nodes, which are few and come again and again: mostly the same object as in the scenarios
 * themselves, which knows its hash.
 */
final class Names {
  private static final ThreadLocal<Names> OF_THREAD = ThreadLocal.withInitial(Names::new);
  private static final int PLACES = 1 << 14;
  private static final int LONGEST = 128;

  private final byte[] buffer = new byte[LONGEST];
  private final Name[] known = new Name[PLACES];

  private record Name(byte[] bytes, String text) {}

  private Names() {}

  /** Reads what {@link Wire#writeText} wrote. */
  static String read(DataInputView in) throws IOException {
    int length = Wire.readLength(in);
    if (length > LONGEST) {
      byte[] bytes = new byte[length];
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
    return OF_THREAD.get().read(length, in);
  }

  private String read(int length, DataInputView in) throws IOException {
    in.readFully(buffer, 0, length);
    int hash = length;
    for (int index = 0; index < length; index++) {
      hash = 31 * hash + buffer[index];
    }
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    Name name = known[place];
    if (name == null || !Arrays.equals(name.bytes, 0, name.bytes.length, buffer, 0, length)) {
      byte[] bytes = Arrays.copyOf(buffer, length);
      name = new Name(bytes, new String(bytes, StandardCharsets.UTF_8).intern());
      known[place] = name;
    }
    return name.text;
  }
}
