package dev.wend.job.report.model;

import dev.wend.job.report.model.ScenarioReport.CustomersWith;
import java.util.List;

/**
 * What an analyst reads of a replay. The same replay gives an equal report.
 *
 * @param from time of the first trace record, epoch milliseconds; that of the end where there is none
 * @param until where the clock ended, epoch milliseconds
 * @param customers that stand in the trace
 * @param messagesPerCustomer of all scenarios together
 * @param input counts of what was read, by name
 * @param deadLetters records that are no events, by reason
 * @param sample customers chosen by hash, in order of id
 */
public record Report(
    long from,
    long until,
    long customers,
    List<ScenarioReport> scenarios,
    List<CustomersWith> messagesPerCustomer,
    List<Tally> input,
    List<Tally> deadLetters,
    List<CustomerTimeline> sample) {}
