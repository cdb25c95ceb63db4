package dev.wend.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processor time that this virtual machine wanted and its host gave to others. */
final class StealTime {
  private static final Path STATISTICS = Path.of("/proc/stat");

  /** Of the line of all processors: its name, user, nice, system, idle, iowait, irq, softirq, steal. */
  private static final int COLUMN = 8;

  /** What Linux counts in here, whatever its own clock does. */
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

  private StealTime() {}

  /** Nanoseconds of all processors since the machine was started; zero where the system does not tell. */
  static long now() {
    if (!Files.exists(STATISTICS)) {
      return 0;
    }
    try {
      return of(Files.readAllLines(STATISTICS));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** As {@link #now}, by the lines of the system's statistics. */
  static long of(List<String> statistics) {
    String[] columns = statistics.get(0).split(" +", -1);
    return columns.length > COLUMN ? Long.parseLong(columns[COLUMN]) * TICK : 0;
  }
}
