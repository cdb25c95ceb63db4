package dev.wend.benchmark.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What this process holds.
 *
 * @param heap bytes that are in use after a collection
 * @param process the most bytes of memory that it had at any time, zero where the system does not tell
 */
record Memory(long heap, long process) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final long KIBIBYTE = 1_024;

  static Memory now() throws IOException {
    System.gc();
    return new Memory(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), peak());
  }

  private static long peak() throws IOException {
    List<String> lines = Files.exists(STATUS) ? Files.readAllLines(STATUS) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(kibibytes -> Long.parseLong(kibibytes) * KIBIBYTE)
        .findFirst()
        .orElse(0);
  }
}
