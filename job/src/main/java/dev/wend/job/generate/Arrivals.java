package dev.wend.job.generate;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Records on their way to the collector, by the hour in which they arrive. Only these are held in memory. */
final class Arrivals {
  private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
  private static final int SMALLEST = 1 << 12;

  private final Map<Long, Hour> hours = new HashMap<>();

  /** What takes the records of an hour. */
  interface Sink {
    /** Takes one record, without a line end. */
    void write(byte[] bytes, int offset, int length) throws IOException;
  }

  private static final class Hour {
    private byte[] bytes = new byte[SMALLEST];
    private int used;
    private int[] ends = new int[16];
    private long[] order = new long[16];
    private int size;

    void add(long inHour, byte[] source, int length) {
      if (used + length > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, used + length));
      }
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, 2 * size);
        order = Arrays.copyOf(order, 2 * size);
      }
      System.arraycopy(source, 0, bytes, used, length);
      used += length;
      ends[size] = used;
      order[size] = (inHour << 32) | size;
      size++;
    }

    void write(Sink sink) throws IOException {
      Arrays.sort(order, 0, size);
      for (int place = 0; place < size; place++) {
        int record = (int) order[place];
        int begin = record == 0 ? 0 : ends[record - 1];
        sink.write(bytes, begin, ends[record] - begin);
      }
    }
  }

  void add(long at, byte[] record, int length) {
    hours
        .computeIfAbsent(Math.floorDiv(at, HOUR_MILLIS), ignored -> new Hour())
        .add(Math.floorMod(at, HOUR_MILLIS), record, length);
  }

  /** Hands on what arrives in an hour since the epoch, in order of arrival. */
  void take(long hour, Sink sink) throws IOException {
    Hour due = hours.remove(hour);
    if (due != null) {
      due.write(sink);
    }
  }
}
