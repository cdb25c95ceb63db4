package dev.wend.job.report.analysis;

import dev.wend.job.trace.ReplayFiles;
import dev.wend.job.trace.TraceParts;
import dev.wend.job.trace.UnreadableTraceException;
import java.util.Map;

/**
 * The one pass over the trace.
 *
 * @param from time of the first record, epoch milliseconds
 * @param until where the clock ended
 * @param customers that stand in the trace
 */
record TracePass(long from, long until, long customers) {
  /** Counts all of it, so many bytes of it at a time. */
  static TracePass over(
      ReplayFiles files,
      Map<String, ScenarioCount> scenarios,
      Messages messages,
      long clockEnd,
      long partBytes)
      throws UnreadableTraceException {
    long[] first = {clockEnd};
    long customers = 0;
    try (TraceParts parts = TraceParts.of(files, partBytes)) {
      for (int part = 0; part < parts.count(); part++) {
        TraceCount count = new TraceCount(scenarios, messages);
        parts.read(
            part,
            record -> {
              first[0] = Math.min(first[0], record.path("timestamp").asLong());
              count.add(record);
            });
        count.end(clockEnd);
        customers += count.seen();
      }
    }
    return new TracePass(first[0], clockEnd, customers);
  }
}
