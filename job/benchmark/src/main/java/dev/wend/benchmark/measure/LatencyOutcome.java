package dev.wend.benchmark.measure;

import java.util.List;

/**
 * How long actions took that an event causes at once.
 *
 * @param rate at which events were taken, a second
 * @param cpu processor seconds of the process for a million events
 * @param actions that were timed
 */
public record LatencyOutcome(double rate, double cpu, long actions, List<Part> parts) {

  /**
   * A part of the way, or all of it; milliseconds.
   *
   * @param half p50
   * @param most p99
   * @param nearlyAll p99.9
   */
  public record Part(String name, long half, long most, long nearlyAll, long longest) {}
}
