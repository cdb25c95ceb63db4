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
 * @param allocated bytes that the threads which live now have allocated on the heap
 */
record Usage(long nanos, long cpuNanos, long allocated) {

  static Usage now() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    long allocated =
        Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
            .filter(bytes -> bytes > 0)
            .sum();
    return new Usage(System.nanoTime(), system.getProcessCpuTime(), allocated);
  }

  Usage since(Usage before) {
    return new Usage(
        nanos - before.nanos,
        cpuNanos - before.cpuNanos,
        Math.max(0, allocated - before.allocated));
  }
}
