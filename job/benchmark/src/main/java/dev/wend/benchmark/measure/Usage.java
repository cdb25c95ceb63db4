package dev.wend.benchmark.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What this process has used so far.
 *
 * @param nanos the time, for differences
 * @param cpuNanos the processor time of all threads, those of the collector and of RocksDB included
 * @param stolenNanos the processor time that the machine's host gave to others
 * @param allocated bytes that the threads which live now have allocated on the heap
 */
record Usage(long nanos, long cpuNanos, long stolenNanos, long allocated) {

  static Usage now() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    long allocated =
        Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
            .filter(bytes -> bytes > 0)
            .sum();
    return new Usage(System.nanoTime(), system.getProcessCpuTime(), StealTime.now(), allocated);
  }

  /** The part of the processors' time, from 0 to 1, that others had. */
  double stolen() {
    return (double) stolenNanos / nanos / Runtime.getRuntime().availableProcessors();
  }

  Usage since(Usage before) {
    return new Usage(
        nanos - before.nanos,
        cpuNanos - before.cpuNanos,
        stolenNanos - before.stolenNanos,
        Math.max(0, allocated - before.allocated));
  }
}
