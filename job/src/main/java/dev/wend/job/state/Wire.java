package dev.wend.job.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The parts that formats are made of: numbers of variable length, text, JSON, lists. */
public final class Wire {
  private static final int CONTINUES = 0x80;
  private static final int LOW_BITS = 0x7f;
  private static final int BITS = 7;

  private Wire() {}

  /** Writes one part. */
  @FunctionalInterface
  public interface Writer<T> {
    void write(T value, DataOutputView out) throws IOException;
  }

  /** Reads one part. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(DataInputView in) throws IOException;
  }

  /** Small numbers of either sign take one byte. */
  public static void writeNumber(long value, DataOutputView out) throws IOException {
    long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
    while ((rest & ~LOW_BITS) != 0) {
      out.writeByte((int) ((rest & LOW_BITS) | CONTINUES));
      rest >>>= BITS;
    }
    out.writeByte((int) rest);
  }

  /** See {@link #writeNumber}. */
  public static long readNumber(DataInputView in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      int next = in.readUnsignedByte();
      value |= (long) (next & LOW_BITS) << shift;
      if ((next & CONTINUES) == 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw new IOException("a number is longer than any that was written");
  }

  public static void writeBytes(byte[] value, DataOutputView out) throws IOException {
    writeNumber(value.length, out);
    out.write(value);
  }

  /** Writes what remains in a buffer that has an array. */
  public static void writeBytes(ByteBuffer value, DataOutputView out) throws IOException {
    writeNumber(value.remaining(), out);
    out.write(value.array(), value.arrayOffset() + value.position(), value.remaining());
  }

  public static byte[] readBytes(DataInputView in) throws IOException {
    byte[] value = new byte[readLength(in)];
    in.readFully(value);
    return value;
  }

  public static void writeText(String value, DataOutputView out) throws IOException {
    writeBytes(value.getBytes(StandardCharsets.UTF_8), out);
  }

  public static String readText(DataInputView in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  /** Missing nodes are written as no bytes. */
  public static void writeJson(JsonNode value, DataOutputView out) throws IOException {
    writeBytes(value.isMissingNode() ? new byte[0] : Json.bytes(value), out);
  }

  public static JsonNode readJson(DataInputView in) throws IOException {
    byte[] bytes = readBytes(in);
    return bytes.length == 0 ? MissingNode.getInstance() : Json.read(bytes);
  }

  public static <T> void writeAll(Collection<T> values, Writer<T> writer, DataOutputView out)
      throws IOException {
    writeNumber(values.size(), out);
    for (T value : values) {
      writer.write(value, out);
    }
  }

  public static <T> List<T> readAll(Reader<T> reader, DataInputView in) throws IOException {
    int size = readLength(in);
    List<T> values = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      values.add(reader.read(in));
    }
    return values;
  }

  static int readLength(DataInputView in) throws IOException {
    long length = readNumber(in);
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new IOException("a length of " + length + " was never written");
    }
    return (int) length;
  }
}
