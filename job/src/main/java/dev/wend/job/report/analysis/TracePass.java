package dev.wend.job.report.analysis;

import dev.wend.job.trace.ReplayFiles;
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
  /** Counts all of it. */
  static TracePass over(
      ReplayFiles files, Map<String, ScenarioCount> scenarios, Messages messages, long clockEnd)
      throws UnreadableTraceException {
    TraceCount count = new TraceCount(scenarios, messages);
    long[] first = {clockEnd};
    files.trace(
        line -> true,
        record -> {
          first[0] = Math.min(first[0], record.path("timestamp").asLong());
          count.add(record);
        });
    count.end(clockEnd);
    return new TracePass(first[0], clockEnd, count.seen());
  }
}
