package dev.wend.job.report.model;

import java.util.List;

/**
 * One customer of the sample.
 *
 * @param messages that were sent to the customer in all scenarios
 * @param omitted lines that are left out behind the first ones, of customers with very many
 */
public record CustomerTimeline(
    String id, long messages, List<JourneyTimeline> journeys, long omitted) {
  /**
   * One journey, or an entry that was refused.
   *
   * @param instance its id
   * @param open whether it was on its way at the end
   */
  public record JourneyTimeline(String scenario, String instance, boolean open, List<Line> lines) {}

  /**
   * One trace record in words.
   *
   * @param time epoch milliseconds
   * @param cause what made it happen
   */
  public record Line(long time, String kind, String node, String text, String cause) {}
}
