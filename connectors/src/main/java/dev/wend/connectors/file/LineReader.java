package dev.wend.connectors.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits bytes at line feeds. A byte order mark at the beginning and a carriage return at the end of a line belong to no
 * line; the last line needs no line feed. Reuses its buffers.
 */
public final class LineReader implements Records {
  private static final int BUFFER_SIZE = 256 * 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final int maxLength;
  private final byte[] buffer = new byte[BUFFER_SIZE];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int start;
  private int end;
  private long number;
  private boolean tooLong;

  /** Reads {@code in}; of lines longer than {@code maxLength} bytes only the beginning is kept. */
  public LineReader(InputStream in, int maxLength) {
    this(in, maxLength, 0);
  }

  /** Reads alike, behind so many lines of the same file. */
  public LineReader(InputStream in, int maxLength, long linesBefore) {
    this.in = in;
    this.maxLength = maxLength;
    this.number = linesBefore;
  }

  /**
   * Goes on to the next line; false at the end.
   *
   * @throws IOException when the bytes cannot be read; {@link #record} then is the beginning of that line
   */
  @Override
  public boolean next() throws IOException {
    line.reset();
    tooLong = false;
    number++;
    boolean any = false;
    while (start < end || fill()) {
      any = true;
      int lineFeed = indexOfLineFeed();
      keep(lineFeed < 0 ? end : lineFeed);
      start = lineFeed < 0 ? end : lineFeed + 1;
      if (lineFeed >= 0) {
        return true;
      }
    }
    return any;
  }

  /** The line, without its end. */
  @Override
  public byte[] record() {
    byte[] bytes = line.toByteArray();
    int from = number == 1 && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
    int to =
        bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    return from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
  }

  /** The number of the line, from 1. */
  @Override
  public long number() {
    return number;
  }

  /** Whether the line is longer than what was kept of it. */
  @Override
  public boolean isTooLong() {
    return tooLong;
  }

  private boolean fill() throws IOException {
    start = 0;
    end = 0;
    int read = in.read(buffer);
    end = Math.max(read, 0);
    return read > 0;
  }

  private int indexOfLineFeed() {
    for (int index = start; index < end; index++) {
      if (buffer[index] == '\n') {
        return index;
      }
    }
    return -1;
  }

  private void keep(int to) {
    int length = Math.min(to - start, maxLength - line.size());
    tooLong |= length < to - start;
    line.write(buffer, start, length);
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
  }
}
