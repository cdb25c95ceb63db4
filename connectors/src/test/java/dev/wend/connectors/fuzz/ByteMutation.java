package dev.wend.connectors.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Changes bytes without regard to what they say. */
public final class ByteMutation {
  private static final List<byte[]> PIECES =
      List.of(
          bytes("\""),
          bytes("\"\""),
          bytes(","),
          bytes("\t"),
          bytes(";"),
          bytes("\n"),
          bytes("\r"),
          bytes("\r\n"),
          bytes("{"),
          bytes("}"),
          bytes("["),
          bytes("]"),
          bytes("\\"),
          bytes(":"),
          bytes("\u0000"),
          bytes("\uFEFF"),
          bytes("\u2028"),
          bytes("\u202E"),
          bytes("\uD83D\uDE00"),
          bytes("\\ud800"),
          bytes("null"),
          bytes("true"),
          bytes("-"),
          bytes("1e400"),
          bytes("1e99999999999"),
          bytes("1E-999999999"),
          bytes("9".repeat(1_200)),
          bytes("0.1"),
          bytes("[".repeat(300)),
          bytes("{\"a\":".repeat(150)),
          bytes("x".repeat(70_000)),
          bytes("9999-12-31T23:59:59.999Z"),
          bytes("+999999999-01-01"),
          bytes("0000-00-00"),
          bytes("group"),
          bytes("\"userId\":7,"),
          bytes("\"traits\":[],"),
          bytes("\"messageId\":\"\","),
          new byte[] {(byte) 0xC3},
          new byte[] {(byte) 0xFF},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
          new byte[] {(byte) 0xC0, (byte) 0x80});

  private final Random random;

  public ByteMutation(Random random) {
    this.random = random;
  }

  /** Bytes that differ in a few places. */
  public byte[] of(byte[] bytes) {
    byte[] changed = bytes;
    for (int change = random.nextInt(6); change >= 0; change--) {
      changed = once(changed);
    }
    return changed;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + random.nextInt(20));
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(bytes, 0, at);
    switch (random.nextInt(5)) {
      case 0 -> changed.write(bytes, end, bytes.length - end);
      case 1 -> changed.write(bytes, Math.max(0, at - 15), bytes.length - Math.max(0, at - 15));
      case 2 -> {
        changed.write(random.nextInt(256));
        changed.write(bytes, end, bytes.length - end);
      }
      case 3 -> {
        changed.writeBytes(PIECES.get(random.nextInt(PIECES.size())));
        changed.write(bytes, at, bytes.length - at);
      }
      default -> {
        changed.writeBytes(PIECES.get(random.nextInt(PIECES.size())));
        changed.write(bytes, end, bytes.length - end);
      }
    }
    return changed.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
