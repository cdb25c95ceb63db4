package dev.wend.job.report.model;

import java.util.List;

/**
 * What happened in one scenario.
 *
 * @param messagesPerCustomer how many customers were sent how many messages, by that number from 0 on
 */
public record ScenarioReport(
    String id,
    long version,
    String name,
    String description,
    Totals totals,
    List<NodeReport> nodes,
    List<EdgeReport> edges,
    List<EndingReport> endings,
    OverTime overTime,
    List<CustomersWith> messagesPerCustomer) {

  /**
   * The counts at a glance.
   *
   * @param entered journeys that began
   * @param customers of these journeys, each counted once
   * @param refused entries that were ignored or limited
   * @param waiting journeys on their way at the end
   * @param messages that were sent
   * @param suppressed messages that were not sent
   * @param actions done, messages among them
   */
  public record Totals(
      long entered,
      long customers,
      long refused,
      long waiting,
      long finished,
      long messages,
      long suppressed,
      long actions) {}

  /** How many customers were sent that many messages. */
  public record CustomersWith(long messages, long customers) {}
}
