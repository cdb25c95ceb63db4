package dev.wend.job.report.model;

import java.util.List;

/**
 * What happened at one node.
 *
 * @param type as documents write it
 * @param detail what it waits for, asks or does, in words; may be empty
 * @param arrived journeys that came to it
 * @param customers of these journeys, each counted once
 * @param left journeys that went on from it
 * @param waiting journeys that are still there, as far as the trace tells: a wait for a moment that an event or a profile
 *     holds counts as not over until a record behind it shows that it is
 * @param stay from arrival to going on, of the journeys that went on
 * @param actions done here
 * @param suppressed messages that were not sent, by reason
 * @param ended journeys that ended here, by the name of their {@link EndingReport}
 * @param refused entries that were refused, by the kind of trace record; of triggers only
 */
public record NodeReport(
    String id,
    String type,
    String detail,
    long arrived,
    long customers,
    long left,
    long waiting,
    Spread stay,
    long actions,
    List<Tally> suppressed,
    List<Tally> ended,
    List<Tally> refused) {}
