package dev.wend.job.report.model;

import java.util.List;

/**
 * What happened when: counts in equal spans of time, UTC.
 *
 * @param span {@code hour}, {@code day} or {@code week}, which begins on Monday
 * @param starts when each span begins, epoch milliseconds, without gaps
 */
public record OverTime(
    String span, List<Long> starts, List<Series> entries, List<Series> actions, List<Series> ends) {
  /**
   * One count per span.
   *
   * @param name of a trigger, an action node or an ending
   */
  public record Series(String name, List<Long> counts) {}
}
